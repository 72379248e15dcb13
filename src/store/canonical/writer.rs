//! The serde serializer behind the canonical form. Knows serde and the escapes.

use std::fmt::{Display, Write as _};

use serde::ser::{self, Serialize};

use super::CanonicalError as Error;
use super::escape::push_quoted;

/// Writes one value at the end of a string.
pub struct Writer<'a> {
    pub out: &'a mut String,
}

/// The inside of a bracket: what comes between, what closes it.
pub struct Inside<'w, 'a> {
    writer: &'w mut Writer<'a>,
    is_first: bool,
    close: char,
}

impl<'a> Writer<'a> {
    fn display(&mut self, value: impl Display) {
        // Writing to a `String` cannot fail.
        let _ = write!(self.out, "{value}");
    }

    fn open<'w>(&'w mut self, open: char, close: char) -> Inside<'w, 'a> {
        self.out.push(open);
        Inside { writer: self, is_first: true, close }
    }

    fn variant<'w>(&'w mut self, name: &'static str) -> Result<Inside<'w, 'a>, Error> {
        self.out.push_str(identifier(name)?);
        Ok(self.open('(', ')'))
    }
}

/// Plain ASCII names only: what counts as a letter beyond them depends on the Unicode version of the reader.
fn identifier(name: &'static str) -> Result<&'static str, Error> {
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_plain { Ok(name) } else { Err(Error::Name(name)) }
}

impl Inside<'_, '_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.comma();
        value.serialize(&mut *self.writer)
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.comma();
        self.writer.out.push_str(identifier(name)?);
        self.writer.out.push_str(": ");
        value.serialize(&mut *self.writer)
    }

    fn comma(&mut self) {
        if !self.is_first {
            self.writer.out.push_str(", ");
        }
        self.is_first = false;
    }

    fn finish(self) {
        self.writer.out.push(self.close);
    }
}

macro_rules! displayed {
    ($($method:ident: $kind:ty),*) => {
        $(fn $method(self, value: $kind) -> Result<(), Error> {
            self.display(value);
            Ok(())
        })*
    };
}

macro_rules! refused {
    ($($method:ident($($kind:ty),*) -> $out:ty: $why:ident),*) => {
        $(fn $method(self, $(_: $kind),*) -> Result<$out, Error> {
            Err(Error::$why)
        })*
    };
}

impl<'w, 'a> ser::Serializer for &'w mut Writer<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Inside<'w, 'a>;
    type SerializeTuple = Inside<'w, 'a>;
    type SerializeTupleStruct = Inside<'w, 'a>;
    type SerializeTupleVariant = Inside<'w, 'a>;
    type SerializeMap = ser::Impossible<(), Error>;
    type SerializeStruct = Inside<'w, 'a>;
    type SerializeStructVariant = Inside<'w, 'a>;

    displayed!(serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);
    refused!(serialize_f32(f32) -> (): Float, serialize_f64(f64) -> (): Float, serialize_bytes(&[u8]) -> (): Bytes,
        serialize_i128(i128) -> (): Wide, serialize_u128(u128) -> (): Wide,
        serialize_map(Option<usize>) -> Self::SerializeMap: Map);

    fn serialize_char(self, value: char) -> Result<(), Error> {
        push_quoted(self.out, value.encode_utf8(&mut [0; 4]), '\'');
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        push_quoted(self.out, value, '"');
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.out.push_str("None");
        Ok(())
    }

    /// A bare value, unless it begins like an option itself: then `Some` keeps the two apart.
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        let start = self.out.len();
        value.serialize(&mut *self)?;
        let inner = &self.out[start..];
        if inner.starts_with("None") || inner.starts_with("Some") {
            self.out.insert_str(start, "Some(");
            self.out.push(')');
        }
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.push_str("()");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.out.push_str(identifier(variant)?);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut inside = self.open('(', ')');
        inside.item(value)?;
        inside.finish();
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut inside = self.variant(variant)?;
        inside.item(value)?;
        inside.finish();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Inside<'w, 'a>, Error> {
        Ok(self.open('[', ']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Inside<'w, 'a>, Error> {
        Ok(self.open('(', ')'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Inside<'w, 'a>, Error> {
        Ok(self.open('(', ')'))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Inside<'w, 'a>, Error> {
        self.variant(variant)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Inside<'w, 'a>, Error> {
        Ok(self.open('(', ')'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Inside<'w, 'a>, Error> {
        self.variant(variant)
    }
}

macro_rules! items {
    ($($kind:ident: $method:ident),*) => {
        $(impl ser::$kind for Inside<'_, '_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.item(value)
            }

            fn end(self) -> Result<(), Error> {
                self.finish();
                Ok(())
            }
        })*
    };
}

macro_rules! fields {
    ($($kind:ident),*) => {
        $(impl ser::$kind for Inside<'_, '_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Error> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), Error> {
                self.finish();
                Ok(())
            }
        })*
    };
}

items!(SerializeSeq: serialize_element, SerializeTuple: serialize_element, SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field);
fields!(SerializeStruct, SerializeStructVariant);
