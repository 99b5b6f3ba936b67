//! What all contents have, without the trait in scope.

/// Methods of a content.
macro_rules! inherent {
    ($content:ident<$parameter:ident: $bound:ident>) => {
        $crate::artifact::contents::inherent::inherent!(@ $content <$parameter: $bound>);

        impl<$parameter> std::fmt::Debug for $content<$parameter> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($content)).field(&self.data).finish()
            }
        }
    };
    ($content:ident) => {
        $crate::artifact::contents::inherent::inherent!(@ $content);
    };
    (@ $content:ident $(<$parameter:ident: $bound:ident>)?) => {
        impl $(<$parameter: $bound>)? $content $(<$parameter>)? {
            /// A new one, which is empty, for a kind of one's own. It becomes an output when it is returned; else it is
            /// removed.
            ///
            /// # Errors
            /// Files or folders that cannot be made.
            pub fn create() -> Result<Self, $crate::artifact::Error> {
                $crate::artifact::Content::create()
            }

            /// Path of its file or folder, for any library.
            pub fn path(&self) -> &std::path::Path {
                $crate::artifact::Content::data(self).path()
            }

            /// Writes what is still in memory. Whoever reads or returns it need not call this.
            ///
            /// # Errors
            /// A file that cannot be written, and a content that is not complete.
            pub fn finish(&self) -> Result<(), $crate::artifact::Error> {
                $crate::artifact::Content::finish(self)
            }
        }
    };
}

pub(super) use inherent;
