package cn.ecopark.officialdocument;

import java.util.List;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import cn.ecopark.shared.Installation;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationCodeTest {

	@Test
	void isReadHoweverPeopleWriteIt() {
		VerificationCode code = new VerificationCode("7KQ4-M2XH-9TRA-BC3D");

		assertThat(VerificationCode.read(" 7kq4 m2xh—9tra_bc3d ")).contains(code);
		assertThat(VerificationCode.read("7KQ4M2XH9TRABC3D")).contains(code);
		assertThat(VerificationCode.read("7KQ4-M2XH-9TRA-BC30")).isEmpty();
		assertThat(VerificationCode.read("环发〔2019〕12号")).isEmpty();
	}

	@Test
	void isNeverTheSame() {
		Set<VerificationCode> codes = IntStream.range(0, 1000)
			.mapToObj(at -> VerificationCode.next())
			.collect(Collectors.toSet());

		assertThat(codes).hasSize(1000).allMatch(code -> VerificationCode.read(code.text()).isPresent());
	}

	@Test
	void isFoundInItsQrCode() throws Exception {
		String address = new VerificationAddress(new Installation(false, "https://www.example.cn/", List.of(), ""),
				8080)
			.of(new VerificationCode("7KQ4-M2XH-9TRA-BC3D"));
		assertThat(address).isEqualTo("https://www.example.cn/verify/7KQ4-M2XH-9TRA-BC3D");

		BitMatrix matrix = QrCode.of(address);

		assertThat(matrix.getEnclosingRectangle()[0]).isEqualTo(4);
		assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new Magnified(matrix)))).getText())
			.isEqualTo(address);
	}

	/** The modules of a code as four dots each way. */
	private static final class Magnified extends LuminanceSource {

		private static final int DOTS = 4;

		private final BitMatrix matrix;

		Magnified(BitMatrix matrix) {
			super(matrix.getWidth() * DOTS, matrix.getHeight() * DOTS);
			this.matrix = matrix;
		}

		@Override
		public byte[] getRow(int y, byte[] row) {
			byte[] dots = new byte[getWidth()];
			for (int x = 0; x < dots.length; x++) {
				dots[x] = (byte) (this.matrix.get(x / DOTS, y / DOTS) ? 0 : 255);
			}
			return dots;
		}

		@Override
		public byte[] getMatrix() {
			byte[] all = new byte[getWidth() * getHeight()];
			for (int y = 0; y < getHeight(); y++) {
				System.arraycopy(getRow(y, new byte[0]), 0, all, y * getWidth(), getWidth());
			}
			return all;
		}

	}

}
