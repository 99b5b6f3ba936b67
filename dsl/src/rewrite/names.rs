//! Calls with named arguments.

/// A required input that a call has not given yet.
pub struct Missing;

/// A required input that a call has given.
pub struct Given;

/// Whether an input may still be given.
#[diagnostic::on_unimplemented(
    message = "this input is given twice",
    label = "it is given by position too",
    note = "remove one of the two"
)]
pub trait NotGiven {}

#[diagnostic::do_not_recommend]
impl NotGiven for Missing {}

/// What can be called with so many arguments by position beside those that its own functions take: nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be called with {N} arguments without a name",
    label = "too many arguments without a name",
    note = "an input that may be left out has a name: `train(data, epochs = 20)`"
)]
pub trait CallOf<const N: usize> {
    type Call;
}

/// Stands for the functions that a component with fewer inputs does not have.
pub trait TooMany: Sized {
    fn __start0() -> <Self as CallOf<0>>::Call
    where
        Self: CallOf<0>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start1<A>(_: A) -> <Self as CallOf<1>>::Call
    where
        Self: CallOf<1>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start2<A, B>(_: A, _: B) -> <Self as CallOf<2>>::Call
    where
        Self: CallOf<2>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start3<A, B, C>(_: A, _: B, _: C) -> <Self as CallOf<3>>::Call
    where
        Self: CallOf<3>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start4<A, B, C, D>(_: A, _: B, _: C, _: D) -> <Self as CallOf<4>>::Call
    where
        Self: CallOf<4>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start5<A, B, C, D, E>(_: A, _: B, _: C, _: D, _: E) -> <Self as CallOf<5>>::Call
    where
        Self: CallOf<5>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start6<A, B, C, D, E, F>(_: A, _: B, _: C, _: D, _: E, _: F) -> <Self as CallOf<6>>::Call
    where
        Self: CallOf<6>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start7<A, B, C, D, E, F, G>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
    ) -> <Self as CallOf<7>>::Call
    where
        Self: CallOf<7>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start8<A, B, C, D, E, F, G, H>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
    ) -> <Self as CallOf<8>>::Call
    where
        Self: CallOf<8>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start9<A, B, C, D, E, F, G, H, I>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
    ) -> <Self as CallOf<9>>::Call
    where
        Self: CallOf<9>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start10<A, B, C, D, E, F, G, H, I, J>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
    ) -> <Self as CallOf<10>>::Call
    where
        Self: CallOf<10>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start11<A, B, C, D, E, F, G, H, I, J, K>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
    ) -> <Self as CallOf<11>>::Call
    where
        Self: CallOf<11>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start12<A, B, C, D, E, F, G, H, I, J, K, L>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
        _: L,
    ) -> <Self as CallOf<12>>::Call
    where
        Self: CallOf<12>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start13<A, B, C, D, E, F, G, H, I, J, K, L, M>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
        _: L,
        _: M,
    ) -> <Self as CallOf<13>>::Call
    where
        Self: CallOf<13>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start14<A, B, C, D, E, F, G, H, I, J, K, L, M, N>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
        _: L,
        _: M,
        _: N,
    ) -> <Self as CallOf<14>>::Call
    where
        Self: CallOf<14>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
        _: L,
        _: M,
        _: N,
        _: O,
    ) -> <Self as CallOf<15>>::Call
    where
        Self: CallOf<15>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
        _: L,
        _: M,
        _: N,
        _: O,
        _: P,
    ) -> <Self as CallOf<16>>::Call
    where
        Self: CallOf<16>,
    {
        unreachable!("nothing is called with so many arguments")
    }
}

impl<T> TooMany for T {}
