package cn.ecopark.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** PDF files that open without a password and may not be changed. */
public final class LockedPdfs {

	private LockedPdfs() {
	}

	/**
	 * @param bits of the key: 40, 128 or 256
	 * @param packed whether objects stand in streams of objects
	 * @param address a link on the page leads there
	 */
	static byte[] with(int bits, boolean packed, String address) throws IOException {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage();
			document.addPage(page);
			PDActionURI action = new PDActionURI();
			action.setURI(address);
			PDAnnotationLink link = new PDAnnotationLink();
			link.setRectangle(new PDRectangle(10, 10, 50, 50));
			link.setAction(action);
			page.setAnnotations(List.of(link));
			return locked(document, bits, packed);
		}
	}

	static byte[] locked(PDDocument document, int bits, boolean packed) throws IOException {
		StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "", new AccessPermission(0));
		policy.setEncryptionKeyLength(bits);
		document.protect(policy);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		document.save(bytes, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
		return bytes.toByteArray();
	}

}
