use super::{Data, Error, Shape};
use pipewright_ir::types;

/// What is in the file or folder of an artifact, and how it is read and written.
///
/// A type of one's own is a wrapper of [`Data`], with methods as one likes. Those of the traits [`Readable`](super::Readable),
/// [`Writable`](super::Writable) and [`RowContent`](super::RowContent) are methods of the kinds, too.
///
/// ```
/// use pipewright::artifact::{Content, Data, Dataset, Error};
///
/// /// Numbers, one after the other, each in 8 bytes.
/// struct Floats(Data);
///
/// impl Content for Floats {
///     const NAME: &'static str = "floats";
///     const EXTENSION: &'static str = "f64";
///
///     fn new(data: Data) -> Self {
///         Self(data)
///     }
///
///     fn data(&self) -> &Data {
///         &self.0
///     }
/// }
///
/// impl Floats {
///     fn save(&mut self, numbers: &[f64]) -> Result<(), Error> {
///         self.0.check_writable()?;
///         let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
///         std::fs::write(self.0.path(), bytes).map_err(|error| Error::new(self.0.path(), error.to_string()))
///     }
/// }
///
/// let mut numbers = Dataset::<Floats>::create()?;
/// numbers.content_mut().save(&[0.5, 1.5])?;
/// assert_eq!(std::fs::metadata(numbers.path())?.len(), 16);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no content of an artifact",
    label = "expected a content such as `File`, `Csv<Row>` or `Json<Value>`",
    note = "a file of any format is `File`; a format of your own is a type that implements `pipewright::artifact::Content`"
)]
pub trait Content: Sized + Send + Sync + 'static {
    /// Name for people, such as `csv`.
    const NAME: &'static str;
    /// Extension of the file, without a dot; empty for none.
    const EXTENSION: &'static str = "";
    /// The artifact is a folder, not a file.
    const IS_FOLDER: bool = false;

    /// Type of the rows or of the value, which is kept with the artifact: whoever reads it as another type is told before.
    fn shape() -> Option<Shape> {
        None
    }

    /// A new one, which is empty. It becomes an output when it is returned; else it is removed.
    ///
    /// # Errors
    /// Files or folders that cannot be made.
    fn create() -> Result<Self, Error> {
        Ok(Self::new(Data::create(described::<Self>())?))
    }

    /// The content of a file or folder: one that another task has written, or an empty one.
    fn new(data: Data) -> Self;

    /// The file or folder.
    fn data(&self) -> &Data;

    /// Writes what is still in memory. It is called before others see the file, perhaps more than once.
    ///
    /// # Errors
    /// A file that cannot be written, or a content that is not complete.
    fn finish(&self) -> Result<(), Error> {
        Ok(())
    }
}

/// The content as targets know it.
pub(super) fn described<C: Content>() -> types::Content {
    types::Content {
        name: C::NAME.into(),
        extension: C::EXTENSION.into(),
        is_folder: C::IS_FOLDER,
        shape: C::shape().map(|shape| shape.0),
    }
}
