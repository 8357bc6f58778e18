//! Grey pictures of pixels inside a drawing. Each is a PNG in its own address (`data:`), so that a drawing is whole wherever it is: in a
//! page that is served, in one that draws it anew, and saved.

/// Where a picture has this grey it is clear: what lies under it is seen.
const CLEAR: u8 = 1;

/// A grey picture, or several apart from each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    columns: usize,
    /// Row by row.
    grey: Vec<u8>,
}

/// What a stored block of a PNG holds at most, in bytes.
const BLOCK: usize = 0xFFFF;
/// Adler's checksum goes by the remainders of this.
const ADLER: u32 = 65_521;

impl Raster {
    /// So many columns and rows, clear.
    #[must_use]
    pub fn new((columns, rows): (usize, usize)) -> Self {
        Self { columns, grey: vec![CLEAR; columns * rows] }
    }

    /// How many columns and rows it has.
    #[must_use]
    pub fn size(&self) -> (usize, usize) {
        (self.columns, self.grey.len() / self.columns.max(1))
    }

    /// Puts in a picture of so many columns, row by row from 0, black, to 255, white, its left upper corner at a place; what does not
    /// fit is left out.
    pub fn put(&mut self, (column, row): (usize, usize), columns: usize, grey: &[u8]) {
        let (width, height) = self.size();
        let wide = columns.min(width.saturating_sub(column));
        for (line, pixels) in grey.chunks(columns.max(1)).enumerate().take_while(|(line, _)| row + line < height) {
            let start = (row + line) * width + column;
            for (place, pixel) in pixels.iter().take(wide).enumerate() {
                self.grey[start + place] = if *pixel == CLEAR { 0 } else { *pixel };
            }
        }
    }

    /// As an address that holds it.
    #[must_use]
    pub fn address(&self) -> String {
        format!("data:image/png;base64,{}", base64(&self.png()))
    }

    /// As a PNG that is not compressed: what drawings have of them is small, and pages are packed as a whole.
    fn png(&self) -> Vec<u8> {
        let (width, height) = self.size();
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        let mut head = Vec::new();
        head.extend((width as u32).to_be_bytes());
        head.extend((height as u32).to_be_bytes());
        // Eight bits of grey; no other way to pack, to filter or to interlace.
        head.extend([8, 0, 0, 0, 0]);
        chunk(&mut png, *b"IHDR", &head);
        chunk(&mut png, *b"tRNS", &[0, CLEAR]);
        // Each row begins with its filter: none.
        let rows: Vec<u8> = self.grey.chunks(width.max(1)).flat_map(|row| [0].into_iter().chain(row.iter().copied())).collect();
        let mut data = vec![0x78, 0x01];
        let blocks = rows.chunks(BLOCK).count();
        for (place, block) in rows.chunks(BLOCK).enumerate() {
            let length = block.len() as u16;
            data.push(u8::from(place + 1 == blocks));
            data.extend(length.to_le_bytes());
            data.extend((!length).to_le_bytes());
            data.extend(block);
        }
        let (a, b) = rows.iter().fold((1_u32, 0_u32), |(a, b), byte| {
            let a = (a + u32::from(*byte)) % ADLER;
            (a, (b + a) % ADLER)
        });
        data.extend((b << 16 | a).to_be_bytes());
        chunk(&mut png, *b"IDAT", &data);
        chunk(&mut png, *b"IEND", &[]);
        png
    }
}

/// Appends a chunk: its length, its name, what it holds, and their checksum.
fn chunk(png: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    png.extend((data.len() as u32).to_be_bytes());
    let start = png.len();
    png.extend(name);
    png.extend(data);
    let sum = checksum(&png[start..]);
    png.extend(sum.to_be_bytes());
}

/// CRC-32.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

/// Bytes as letters.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |place: usize| three.get(place).copied().map_or(0, u32::from);
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_letters() {
        // From RFC 4648.
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xFB, 0xFF]), "+/8=");
    }

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
        // The end of every PNG.
        assert_eq!(checksum(b"IEND"), 0xAE42_6082);
    }

    #[test]
    fn a_picture_is_a_png() {
        let mut raster = Raster::new((3, 2));
        raster.put((0, 0), 3, &[9, 9, 9, 9]);
        raster.put((1, 0), 2, &[1, 2, 3, 4]);
        // What is outside is left out.
        raster.put((2, 1), 2, &[7, 8, 9, 9]);
        assert_eq!((raster.size(), &raster.grey[..]), ((3, 2), &[9, 0, 2, 9, 3, 7][..]));
        let png = raster.png();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&png[8..29], b"\0\0\0\x0dIHDR\0\0\0\x03\0\0\0\x02\x08\0\0\0\0");
        // One stored block: eight bytes, a filter before each row; then Adler's checksum of them (computed elsewhere).
        let data = b"\x78\x01\x01\x08\0\xf7\xff\0\x09\0\x02\0\x09\x03\x07";
        let at = png.windows(data.len()).position(|window| window == data).expect("the rows");
        assert_eq!(&png[at + data.len()..at + data.len() + 4], [0x0, 0x79, 0x0, 0x1f]);
        assert!(raster.address().starts_with("data:image/png;base64,iVBORw0KGgo"));
    }
}
