//! Texts of Kubernetes and formulas: read or refused, and what is read is printed so that it is read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pipewright_ir::formula::Formula;
use pipewright_ir::kube::{self, DnsLabel, EnvName, ImageRef, Memory, Quantity};

fuzz_target!(|text: &str| {
    let label = kube::to_dns_label(text);
    assert!(label.is_empty() || kube::is_dns_label(&label), "{label}");
    let short = kube::to_dns_label_within(text, 20);
    assert!(
        short.len() <= 20 && (short.is_empty() || kube::is_dns_label(&short)),
        "{short}"
    );
    let _ = (
        DnsLabel::parse(text),
        EnvName::parse(text),
        ImageRef::parse(text),
    );
    let _ = (Memory::parse(text), Quantity::parse(text));
    let _ = (
        kube::quantity_hint(text),
        kube::memory_hint(text),
        kube::duration_hint(text),
    );
    let _ = (
        kube::image_hint(text),
        kube::is_label_key(text),
        kube::is_dns_subdomain(text),
    );
    if kube::is_quantity(text) {
        let _ = kube::quantity_nanos(text);
    }
    if let Some(duration) = kube::parse_duration(text) {
        let printed = kube::format_duration(duration);
        assert_eq!(kube::parse_duration(&printed), Some(duration), "{printed}");
    }
    if let Ok(formula) = text.parse::<Formula>() {
        let printed = formula.to_string();
        assert_eq!(
            printed.parse::<Formula>().as_ref(),
            Ok(&formula),
            "{printed}"
        );
    }
});
