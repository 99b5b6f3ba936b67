//! Arms of a `match` as blocks.

use syn::{Arm, Block, Expr, Stmt, parse_quote};

/// The block of an arm.
pub(super) fn block(arm: &Arm) -> Block {
    let mut block = bare_block(arm);
    if !arm.attrs.is_empty() {
        let attributes = &arm.attrs;
        block = parse_quote!({ #(#attributes)* #block });
    }
    block
}

fn bare_block(arm: &Arm) -> Block {
    match &*arm.body {
        Expr::Block(block) if block.label.is_none() && block.attrs.is_empty() => {
            block.block.clone()
        }
        other => Block {
            brace_token: syn::token::Brace(arm.fat_arrow_token.spans[0]),
            stmts: vec![Stmt::Expr(other.clone(), None)],
        },
    }
}
