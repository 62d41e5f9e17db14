package cn.ecopark.officialdocument;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** QR codes as matrices, to be drawn by whoever sets the page. */
public final class QrCode {

	private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.ERROR_CORRECTION,
			ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4, EncodeHintType.CHARACTER_SET, "UTF-8");

	private QrCode() {
	}

	/**
	 * @return one bit per module, true is dark, with the quiet zone of four modules
	 * around it; the first row is the topmost
	 */
	public static BitMatrix of(String text) {
		try {
			return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
		}
		catch (WriterException tooLong) {
			throw new IllegalArgumentException("No QR code holds " + text, tooLong);
		}
	}

}
