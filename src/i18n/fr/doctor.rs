//! French: how a book is kept.

use crate::i18n::doctor::Doctor;

pub(in crate::i18n) static DOCTOR: Doctor = Doctor {
    byte: "o",
    lock: "ouvert ailleurs",
    free: "non",
    no_locks: "inconnu : ce disque n'a pas de verrous. Assurez-vous que personne d'autre ne modifie le carnet.",
    journal: "journal",
    no_journal: "rien n'a été fait depuis le dernier enregistrement",
    steps: |steps, size| {
        let words =
            if steps < 2 { "étape pas encore enregistrée" } else { "étapes pas encore enregistrées" };
        format!("{steps} {words}, {size}")
    },
    torn: |line| {
        format!(
            "la ligne {line} est une moitié de ligne, jamais confirmée. Elle est coupée quand le carnet est ouvert pour être modifié."
        )
    },
    clock: "horloge",
    clock_behind: |now, last| {
        format!(
            "il est {now} à l'horloge, avant la dernière étape du {last}. Réglez l'horloge : les dates des étapes et des échéances en dépendent."
        )
    },
    files: "fichiers",
    as_saved: "tels qu'ils ont été enregistrés",
    strangers: |list| format!("étrangers au carnet, et laissés tels quels : {list}"),
    backups: "sauvegardes",
    kept: |count, newest| {
        let words = if count < 2 { "gardée" } else { "gardées" };
        format!("{count} {words}, la plus récente est la {newest}")
    },
    unsound: |list| {
        format!("illisibles : {list}. Supprimez-les ou laissez-les : partnerbook backup list dit pourquoi.")
    },
    rights: "droits",
    private: "vous seul pouvez lire et écrire",
    loose: |path, mode, right, is_plain| {
        if is_plain {
            format!("d'autres peuvent lire ou écrire {path} ({mode:o}). Lancez : chmod {right:o} {path}")
        } else {
            format!(
                "d'autres peuvent lire ou écrire {path} ({mode:o}). Mettez ses droits à {right:o} avec chmod."
            )
        }
    },
    foreign: |path| {
        format!("{path} appartient à un autre utilisateur. Demandez-le avec chown, ou copiez le carnet.")
    },
    space: "place sur le disque",
    room: |free| format!("{free} libres"),
    little_room: |free| {
        format!("seulement {free} libres : un enregistrement peut ne pas tenir. Libérez de la place.")
    },
};
