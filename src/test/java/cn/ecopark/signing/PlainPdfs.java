package cn.ecopark.signing;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.xml.transform.TransformerException;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** Documents of PDF/A-2u with nothing on them but what a test draws. */
public final class PlainPdfs {

	private PlainPdfs() {
	}

	/** What a test draws on the one page, A4. */
	@FunctionalInterface
	public interface Drawing {

		void on(PDDocument document, PDPageContentStream page) throws IOException;

	}

	public static byte[] document(Drawing drawing) throws IOException {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage(PDRectangle.A4);
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				drawing.on(document, content);
			}
			archival(document);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	/** A grey bar; no fonts. */
	public static byte[] document() throws IOException {
		return document((document, page) -> {
			page.setNonStrokingColor(0.5f, 0.5f, 0.5f);
			page.addRect(100, 700, 300, 2);
			page.fill();
		});
	}

	private static void archival(PDDocument document) throws IOException {
		try {
			XMPMetadata metadata = XMPMetadata.createXMPMetadata();
			metadata.createAndAddDublinCoreSchema().setTitle("公文");
			var identification = metadata.createAndAddPDFAIdentificationSchema();
			identification.setPart(2);
			identification.setConformance("U");
			ByteArrayOutputStream xmp = new ByteArrayOutputStream();
			new XmpSerializer().serialize(metadata, xmp, true);
			PDMetadata stream = new PDMetadata(document);
			stream.importXMPMetadata(xmp.toByteArray());
			stream.getCOSObject().removeItem(COSName.FILTER);
			document.getDocumentCatalog().setMetadata(stream);
		}
		catch (BadFieldValueException | TransformerException impossible) {
			throw new IOException(impossible);
		}
		PDOutputIntent intent = new PDOutputIntent(document,
				new ByteArrayInputStream(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
		intent.setInfo("sRGB");
		intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
		document.getDocumentCatalog().addOutputIntent(intent);
	}

}
