//! A day with the book, at three sizes and in both languages: every step by keys, judged on the records and on what the
//! screen says.

use std::path::Path;

use partnerbook::app::{Effect, Mode, Msg, Opened};
use partnerbook::demo;
use partnerbook::i18n::Lang;
use partnerbook::model::{
    Channel, Customer, Key, Model, Partner, PartnershipState, RelationshipState, Status, Subscription,
    SubscriptionId, TenantId,
};
use partnerbook::tui::jobs::{self, Teller};
use tempfile::TempDir;

use crate::support::screen::{Window, demo_book};

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (60, 20)];

/// A window, the book's folder, and the language that is spoken.
struct Day {
    window: Window,
    lang: Lang,
    folder: TempDir,
}

impl Day {
    fn begun(lang: Lang, (columns, rows): (u16, u16)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let opened = Opened {
            name: "main".to_owned(),
            folder: Some(folder.path().join("books/main")),
            us: None,
            mode: Mode::Normal,
            desk: None,
            draft: partnerbook::app::Draft::default(),
        };
        let window = Window::of(demo_book(), opened, lang, columns, rows);
        Self { window, lang, folder }
    }

    fn model(&self) -> Model {
        self.window.app.book.model().clone()
    }

    /// Goes to a record by a part of its name.
    fn go_to(&mut self, name: &str) {
        self.window.keys("g f").types(name).keys("Enter");
    }

    /// Picks a record by a part of its name.
    fn pick(&mut self, name: &str) {
        self.window.types(name).keys("Enter");
    }

    /// The screen says this, in the language that is spoken. Line ends and frames do not matter.
    fn says(&self, english: &str, french: &str) {
        let wanted = match self.lang {
            Lang::En => english,
            Lang::Fr => french,
        };
        let text = self.window.text();
        let without_frames = text.replace(['║', '│', '\n'], " ");
        let words: Vec<&str> = without_frames.split_whitespace().collect();
        assert!(words.join(" ").contains(wanted), "\"{wanted}\" is not in\n{text}");
    }
}

fn partner(model: &Model, name: &str) -> Partner {
    model.partners().values().find(|p| p.name.raw() == name).unwrap().clone()
}

fn customer(model: &Model, name: &str) -> Customer {
    model.customers().values().find(|c| c.name.raw() == name).unwrap().clone()
}

fn related(model: &Model, who: TenantId, with: TenantId) -> Option<RelationshipState> {
    model.relationships_between(who, with).last().map(|r| r.state)
}

fn partnership(model: &Model) -> Option<PartnershipState> {
    let (nordlys, ponte) = (partner(model, "Nordlys Distribution"), partner(model, "Ponte Digital"));
    let both =
        model.partnerships().values().find(|p| p.provider == nordlys.tenant && p.reseller == ponte.tenant);
    both.map(|p| p.state)
}

fn invites_a_reseller_and_accepts(day: &mut Day) {
    day.go_to("nordlys");
    day.window.keys("r p");
    day.pick("ponte");
    assert_eq!(partnership(&day.model()), Some(PartnershipState::Invited));
    day.says("invited Ponte Digital.", "Ponte Digital");
    day.window.keys("r a");
    assert_eq!(partnership(&day.model()), Some(PartnershipState::Active));
    day.says("Ponte Digital accepted the invitation of Nordlys Distribution.", "Ponte Digital");
}

fn asks_a_customer_through_both(day: &mut Day) {
    let start = day.model();
    let [nordlys, ponte] = ["Nordlys Distribution", "Ponte Digital"].map(|name| partner(&start, name).tenant);
    let kestrel = customer(&start, "Kestrel Telecom").tenant;
    assert_eq!([nordlys, ponte].map(|who| related(&start, who, kestrel)), [None, None]);
    day.go_to("kestrel");
    day.window.keys("r c").types("2");
    day.pick("ponte");
    day.pick("nordlys");
    let requested = Some(RelationshipState::Requested);
    assert_eq!([nordlys, ponte].map(|who| related(&day.model(), who, kestrel)), [requested; 2]);
    day.says("Requested a reseller relationship with Kestrel Telecom", "Kestrel Telecom");
    day.window.keys("r a");
    day.window.keys("Enter");
    let active = Some(RelationshipState::Active);
    assert_eq!(
        [nordlys, ponte].map(|who| related(&day.model(), who, kestrel)),
        [active; 2],
        "{}",
        day.window.text()
    );
}

fn adds_a_subscription(day: &mut Day) {
    day.go_to("nordlys");
    day.window.keys("2 Home");
    day.go_to("ponte");
    day.go_to("kestrel");
    day.window.keys("4 a").types("Contoso Voice").keys("Ctrl-s");
    let model = day.model();
    let sold = model.subscriptions().values().find(|s| s.name.raw() == "Contoso Voice").unwrap();
    let by = partner(&model, "Ponte Digital");
    assert_eq!(sold.seller, Some(partner(&model, "Nordlys Distribution").tenant));
    assert_eq!(model.reseller_of(sold).map(|p| p.tenant), Some(by.tenant));
    assert_eq!(sold.customer, customer(&model, "Kestrel Telecom").tenant);
    day.says("Contoso Voice", "Contoso Voice");
}

fn is_refused_the_tenant_of_a_partner(day: &mut Day) {
    let start = day.model();
    let own = partner(&start, "Atelier Cloud").tenant;
    day.go_to("nordlys");
    day.window.keys("2 Home 3 a").types("Itself").keys("Shift-Tab").types(&own.to_string());
    day.says("R-SELF-00", "R-SELF-00");
    day.window.keys("Ctrl-s");
    assert_eq!(day.model(), start, "what is refused is not kept");
    day.says("R-SELF-00", "R-SELF-00");
    day.window.keys("Ctrl-t");
    day.says("Source:", "Source");
    day.window.keys("Esc Esc");
    day.says("drop what was typed", "abandonner");
    day.window.keys("Esc");
    day.says("R-SELF-00", "R-SELF-00");
    day.window.keys("Esc").types("d");
    assert!(day.window.app.overlays.is_empty());
    assert_eq!(day.model(), start);
}

fn adds_a_second_partner(day: &mut Day) {
    let start = day.model();
    let kestrel = customer(&start, "Kestrel Telecom").tenant;
    day.go_to("kestrel");
    day.window.keys("r c").types("3").keys("Enter");
    let model = day.model();
    let partners = |model: &Model| model.relationships_of(kestrel).count();
    assert_eq!(partners(&model), partners(&start) + 1);
    assert!(start.subscriptions() == model.subscriptions(), "a further partner changes no subscription");
    assert!(start.relationships().values().all(|r| model.relationships().get(r.id) == Some(r)));
    day.says("Kestrel Telecom", "Kestrel Telecom");
}

/// A subscription of an Enterprise Agreement that nobody supports, of a customer that has a partner.
fn unsupported(model: &Model) -> SubscriptionId {
    let open = |s: &&Subscription| {
        s.channel == Channel::Ea && s.supported_by.is_none() && s.status == Status::Active
    };
    let has_partner = |s: &&Subscription| model.relationships_of(s.customer).next().is_some();
    model.subscriptions().values().filter(open).find(has_partner).unwrap().id
}

fn takes_a_subscription_into_support(day: &mut Day) {
    let start = day.model();
    let wanted = unsupported(&start);
    day.window.keys("1 Home 2 Home 3 Home 4 /").types("channel:ea").keys("Enter Home");
    while day.window.app.here() != Some(Key::Subscription(wanted)) {
        let before = day.window.app.here();
        day.window.keys("j");
        assert_ne!(day.window.app.here(), before, "the subscription is in the list");
    }
    // Its partner has no privileges yet: refused as it is, and done with the missing step.
    day.window.keys("r s").types("2").keys("Enter");
    day.says("R-MC-001", "R-MC-001");
    assert_eq!(day.model(), start);
    day.window.keys("Esc Ctrl-f");
    assert_eq!(day.model(), start, "the steps are shown first");
    day.window.types("r");
    let taken = day.model().subscription(wanted).unwrap().clone();
    assert!(taken.supported_by.is_some(), "{}", day.window.text());
    let before = start.subscription(wanted).unwrap();
    assert_eq!(&Subscription { supported_by: None, ..taken }, before, "nothing else of it changes");
    day.window.keys("Esc");
}

fn undoes_and_redoes_all(day: &mut Day, start: &Model) {
    let end = day.model();
    let steps = day.window.app.book.history().len();
    assert!(steps >= 7, "{steps}");
    for _ in 0..steps {
        day.window.keys("u");
    }
    assert_eq!(&day.model(), start);
    day.window.keys("u");
    day.says("Nothing to undo.", "annuler");
    for _ in 0..steps {
        day.window.keys("U");
    }
    assert_eq!(day.model(), end);
    day.window.keys("U");
    day.says("Nothing to redo.", "Rien à");
}

fn saves_and_quits(day: &mut Day) {
    assert!(day.window.app.is_dirty());
    day.window.keys("q");
    day.says("save and quit", "quitter");
    assert!(!has_quit(&day.window), "it asks first");
    day.window.keys("Esc Ctrl-s");
    assert!(!day.window.app.is_dirty(), "{}", day.window.text());
    day.window.keys("q");
    assert!(has_quit(&day.window));
}

fn has_quit(window: &Window) -> bool {
    window.outside.iter().any(|effect| matches!(effect, Effect::Quit))
}

struct Nobody;

impl Teller for Nobody {
    fn tell(&self, _: Msg) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}

fn opens_as_it_was_left(folder: &Path, lang: Lang, (columns, rows): (u16, u16), left: &Model) {
    let reading = jobs::open(folder, demo::day(), &Nobody).unwrap();
    assert_eq!(reading.book.model(), left);
    assert_eq!(reading.book.baseline(), &demo::portal(&demo::small(demo::SEED)));
    let opened = reading.opened(lang);
    assert_eq!((opened.name.as_str(), &opened.mode), ("main", &Mode::Normal));
    let mut window = Window::of(reading.book, opened, lang, columns, rows);
    window.keys("g f").types("contoso voice").keys("Enter");
    assert!(window.text().contains("Contoso Voice"));
}

fn a_day(lang: Lang, size: (u16, u16)) {
    let mut day = Day::begun(lang, size);
    let start = day.model();
    invites_a_reseller_and_accepts(&mut day);
    asks_a_customer_through_both(&mut day);
    adds_a_subscription(&mut day);
    is_refused_the_tenant_of_a_partner(&mut day);
    adds_a_second_partner(&mut day);
    takes_a_subscription_into_support(&mut day);
    undoes_and_redoes_all(&mut day, &start);
    saves_and_quits(&mut day);
    let left = day.model();
    let Day { window, folder, .. } = day;
    drop(window);
    opens_as_it_was_left(&folder.path().join("books/main"), lang, size, &left);
}

#[test]
fn the_whole_journey_at_every_size_in_both_languages() {
    for lang in Lang::ALL {
        SIZES.iter().for_each(|size| a_day(*lang, *size));
    }
}
