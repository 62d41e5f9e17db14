package cn.ecopark.gate.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What PDFBox encodes is decoded to the same; programs disagree on the width of the code
 * that ends LZW, which may look like one more byte.
 */
class DecodingTest {

	@ParameterizedTest
	@ValueSource(strings = { "FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode",
			"ASCII85Decode LZWDecode", "ASCIIHexDecode FlateDecode RunLengthDecode" })
	void decodesToWhatWasEncoded(String filters) throws IOException {
		byte[] noise = new byte[50_001];
		new Random(1).nextBytes(noise);

		for (byte[] plain : new byte[][] { noise, new byte[100_000],
				"建设规划".repeat(5000).getBytes(StandardCharsets.UTF_8), { 1 }, { 1, 2 }, { 0, 0, 0, 0 } }) {
			COSArray names = new COSArray();
			for (String filter : filters.split(" ")) {
				names.add(COSName.getPDFName(filter));
			}
			try (COSStream stream = new COSStream()) {
				try (OutputStream out = stream.createOutputStream(names)) {
					out.write(plain);
				}
				try (InputStream decoded = Decoding.of(stream).open(stream.createRawInputStream())) {
					assertThat(Arrays.equals(decoded.readNBytes(plain.length), plain)).isTrue();
					assertThat(decoded.readAllBytes()).hasSizeLessThanOrEqualTo(1);
				}
			}
		}
	}

}
