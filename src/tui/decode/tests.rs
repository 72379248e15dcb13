//! Bytes and the events they are, whole or in pieces.

use super::*;

fn events(bytes: &[u8]) -> Vec<Event> {
    Decoder::default().feed(bytes)
}

fn plain(code: KeyCode) -> Event {
    key(code, KeyModifiers::NONE)
}

#[test]
fn keys_are_told_in_many_ways() {
    let (ctrl, alt, shift) = (KeyModifiers::CONTROL, KeyModifiers::ALT, KeyModifiers::SHIFT);
    for (bytes, event) in [
        ("j", plain(KeyCode::Char('j'))),
        ("É", plain(KeyCode::Char('É'))),
        ("\r", plain(KeyCode::Enter)),
        ("\t", plain(KeyCode::Tab)),
        ("\u{7f}", plain(KeyCode::Backspace)),
        ("\u{3}", key(KeyCode::Char('c'), ctrl)),
        ("\u{1a}", key(KeyCode::Char('z'), ctrl)),
        ("\0", key(KeyCode::Char(' '), ctrl)),
        ("\x1bq", key(KeyCode::Char('q'), alt)),
        ("\x1b\u{1}", key(KeyCode::Char('a'), alt | ctrl)),
        ("\x1b[A", plain(KeyCode::Up)),
        ("\x1bOA", plain(KeyCode::Up)),
        ("\x1b[1;5C", key(KeyCode::Right, ctrl)),
        ("\x1b[Z", key(KeyCode::BackTab, shift)),
        ("\x1b[3~", plain(KeyCode::Delete)),
        ("\x1b[5;2~", key(KeyCode::PageUp, shift)),
        ("\x1b[F", plain(KeyCode::End)),
        ("\x1bOP", plain(KeyCode::F(1))),
        ("\x1b[[A", plain(KeyCode::F(1))),
        ("\x1b[15~", plain(KeyCode::F(5))),
        ("\x1b[24~", plain(KeyCode::F(12))),
        ("\x1b[97;5u", key(KeyCode::Char('a'), ctrl)),
        ("\x1b[27;5;13~", key(KeyCode::Enter, ctrl)),
        ("\x1b[I", Event::FocusGained),
        ("\x1b[O", Event::FocusLost),
    ] {
        assert_eq!(events(bytes.as_bytes()), std::slice::from_ref(&event), "{bytes:?}");
        let mut decoder = Decoder::default();
        let pieces: Vec<Event> = bytes.bytes().flat_map(|byte| decoder.feed(&[byte])).collect();
        assert_eq!(pieces, [event], "{bytes:?} in pieces");
        assert!(!decoder.is_waiting());
    }
}

#[test]
fn the_mouse_is_told_by_button_place_and_what_is_held() {
    let mouse = |kind, modifiers| Event::Mouse(MouseEvent { kind, column: 7, row: 3, modifiers });
    let none = KeyModifiers::NONE;
    for (bytes, event) in [
        ("\x1b[<0;8;4M", mouse(MouseEventKind::Down(MouseButton::Left), none)),
        ("\x1b[<0;8;4m", mouse(MouseEventKind::Up(MouseButton::Left), none)),
        ("\x1b[<2;8;4M", mouse(MouseEventKind::Down(MouseButton::Right), none)),
        ("\x1b[<16;8;4M", mouse(MouseEventKind::Down(MouseButton::Left), KeyModifiers::CONTROL)),
        ("\x1b[<32;8;4M", mouse(MouseEventKind::Drag(MouseButton::Left), none)),
        ("\x1b[<64;8;4M", mouse(MouseEventKind::ScrollUp, none)),
        ("\x1b[<65;8;4M", mouse(MouseEventKind::ScrollDown, none)),
    ] {
        assert_eq!(events(bytes.as_bytes()), [event], "{bytes:?}");
    }
}

#[test]
fn an_escape_waits_for_what_it_begins() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert!(decoder.is_waiting());
    assert_eq!(decoder.pause(), Some(plain(KeyCode::Esc)));
    assert_eq!(decoder.feed(b"\x1b\x1b[B"), [plain(KeyCode::Esc), plain(KeyCode::Down)]);
    assert_eq!(decoder.feed(b"\x1b[1\x1b[B"), [plain(KeyCode::Down)], "a sequence that is broken off");
    assert_eq!(decoder.pause(), None);
}

#[test]
fn what_means_nothing_is_dropped_and_nothing_after_it() {
    for bytes in [
        &b"\x1b[?1;2c"[..],
        b"\x1b[?1;2A",
        b"\x1b[12;40R",
        b"\x1b[201~",
        b"\x1b[<0;M",
        b"\x1b[99999999999~",
        b"\x1b[\x01",
        b"\xff",
        b"\xc3\x28",
    ] {
        assert_eq!(events(&[bytes, b"j"].concat()), [plain(KeyCode::Char('j'))], "{bytes:?}");
    }
    let endless = [b"\x1b[".to_vec(), vec![b'1'; 10_000]].concat();
    let mut decoder = Decoder::default();
    decoder.feed(&endless);
    assert!(decoder.held.len() < LONGEST_SEQUENCE);
}

#[test]
fn a_paste_is_one_event_wherever_reads_part_it() {
    let text = "q\u{1b}[31m\u{1b}[20é\r\u{1b}\u{1b}[201";
    let bytes = format!("\x1b[200~{text}\x1b[201~j");
    let expected = [Event::Paste(text.replace('\r', "\n")), plain(KeyCode::Char('j'))];
    for size in 1..bytes.len() {
        let mut decoder = Decoder::default();
        let events: Vec<Event> =
            bytes.as_bytes().chunks(size).flat_map(|piece| decoder.feed(piece)).collect();
        assert_eq!(events, expected, "pieces of {size}");
    }
}

#[test]
fn a_paste_is_bounded_and_one_without_an_end_is_ended_by_ctrl_c() {
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b[200~");
    for _ in 0..20 {
        assert_eq!(decoder.feed(&vec![b'a'; 1024 * 1024]), []);
    }
    assert!(!decoder.is_waiting());
    let [Event::Paste(text)] = &decoder.feed(&[CTRL_C])[..] else { panic!("the paste has not ended") };
    assert!(text.len() <= 2 * LONGEST_PASTE, "{}", text.len());
    assert_eq!(decoder.feed(b"j"), [plain(KeyCode::Char('j'))]);
}

#[test]
fn no_bytes_make_it_panic() {
    let mut seed = 1_u64;
    let mut decoder = Decoder::default();
    for _ in 0..200_000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let any = seed.to_be_bytes();
        let byte = [ESC, b'[', b'<', b';', b'~', b'M', b'1', any[1]][usize::from(any[0] % 8)];
        decoder.feed(&[byte]);
        if any[2] == 0 {
            decoder.pause();
            decoder.feed(&[CTRL_C]);
        }
    }
}

#[test]
fn what_a_terminal_answers_is_no_key() {
    let j = plain(KeyCode::Char('j'));
    for answer in [
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        "\x1b]52;c;ZXZpbA==\x07",
        "\x1bP>|XTerm(390)\x1b\\",
        "\x1bP1$r0 q\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b]11;rgb:\x18",
        "\x1b[M u+",
    ] {
        let whole = format!("{answer}j");
        assert_eq!(events(whole.as_bytes()), std::slice::from_ref(&j), "{answer:?}");
        let mut decoder = Decoder::default();
        let told: Vec<Event> = whole.bytes().flat_map(|byte| decoder.feed(&[byte])).collect();
        assert_eq!(told, std::slice::from_ref(&j), "{answer:?}, byte by byte");
    }
}

#[test]
fn an_answer_without_an_end_ends_when_nothing_more_comes_or_a_key_breaks_it_off() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b]11;rgb:1e"), []);
    assert!(decoder.is_waiting());
    assert_eq!(decoder.pause(), None);
    assert_eq!(decoder.feed(b"j"), [plain(KeyCode::Char('j'))]);
    assert_eq!(events(b"\x1b]11;rgb\x1b[A"), [plain(KeyCode::Up)]);
}

#[test]
fn what_begins_an_answer_may_be_a_key() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1bP"), []);
    assert_eq!(decoder.pause(), Some(key(KeyCode::Char('P'), KeyModifiers::ALT)));
    assert_eq!(events(b"\x1b]\x1b[A").last(), Some(&plain(KeyCode::Up)));
}
