package cn.ecopark.officialdocument;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.typesetting.Fonts;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.Imprint.SigningBody;
import cn.ecopark.typesetting.Imprint.Verification;
import cn.ecopark.typesetting.SealDrawing;
import cn.ecopark.typesetting.Typesetter;

/**
 * Documents made without a database: the shipped templates, invented bodies and seals.
 */
public final class DocumentsOnTable {

	public static final LocalDate DAY = LocalDate.of(2019, 7, 5);

	/** When they are made, as their case has it. */
	public static final ZonedDateTime MADE = ZonedDateTime.of(DAY, LocalTime.of(9, 30), ZoneId.of("Asia/Shanghai"));

	private static final List<String> TEN = List.of("生态环境部", "商务部", "科学技术部", "国家发展和改革委员会", "工业和信息化部", "财政部", "自然资源部",
			"住房和城乡建设部", "水利部", "国家市场监督管理总局");

	private static final String OFFICE = "国家生态工业示范园区建设协调领导小组办公室";

	private static final String LATER_OFFICE = "生态工业园区建设协调机制办公室";

	private static final List<String> LATER_MINISTRIES = List.of("生态环境部", "商务部", "工业和信息化部");

	private DocumentsOnTable() {
	}

	public static OfficialDocumentKinds kinds() {
		return new OfficialDocumentKinds(ShippedPacks.packs());
	}

	public static Composer composer() {
		OfficialDocumentKinds kinds = kinds();
		return new Composer(kinds, DocumentsOnTable::template, new Typesetter(Fonts.open(), () -> MADE));
	}

	public static Imprint imprint(OfficialDocumentKind kind) {
		return kind.release().equals(ShippedPacks.SECOND) ? laterImprint(kind) : firstImprint(kind);
	}

	private static Imprint laterImprint(OfficialDocumentKind kind) {
		List<String> bodies = kind.issuers().contains(OfficialDocumentKind.MINISTRIES) ? LATER_MINISTRIES
				: kind.issuers().contains(OfficialDocumentKind.OFFICE) ? List.of(LATER_OFFICE)
						: kind.issuers().contains(OfficialDocumentKind.STEP_UNIT) ? List.of("江苏省生态环境厅") : List.of();
		return atItsLevel(kind, signed((kind.series() == null ? "环科财" : kind.series()) + "〔2026〕7号", bodies));
	}

	private static Imprint firstImprint(OfficialDocumentKind kind) {
		if (kind.issuers().contains(OfficialDocumentKind.STEP_UNIT)) {
			return signed("示范园初审〔2019〕3号", List.of("江苏省生态环境厅"));
		}
		int bodies = kind.issuers().contains(OfficialDocumentKind.MINISTRIES) ? 3 : 0;
		return atItsLevel(kind, kind.issuers().contains(OfficialDocumentKind.OFFICE)
				? signed("示范园办〔2019〕7号", List.of(OFFICE)) : signed("环科财〔2019〕12号", TEN.subList(0, bodies)));
	}

	/** Whose seal stands in is part of the first of them. */
	private static Imprint atItsLevel(OfficialDocumentKind kind, Imprint imprint) {
		IssueLevel level = kind.issue().level();
		return level == null ? imprint : new Imprint(imprint.number(), imprint.issuedOn(), imprint.printing(),
				imprint.bodies().stream().map(body -> atLevel(level, body)).toList(), imprint.verification());
	}

	private static SigningBody atLevel(IssueLevel level, SigningBody body) {
		return new SigningBody(level.called(body.name()), body.seal(),
				level.standInOn(DAY).map(standIn -> standIn.called(TEN.get(0)) + "代章").orElse(null));
	}

	public static Imprint joint(int bodies) {
		return signed("环发〔2019〕12号", TEN.subList(0, bodies));
	}

	public static Imprint signed(String number, List<String> names) {
		List<SigningBody> bodies = new ArrayList<>();
		names.forEach((name) -> bodies.add(new SigningBody(name, new Ring(42))));
		return new Imprint(number, DAY, bodies, verification());
	}

	private static Verification verification() {
		try {
			return new Verification("https://example.org/verify", "K7PM-4X2Q-9HTN",
					new QRCodeWriter().encode("https://example.org/verify/K7PM4X2Q9HTN", BarcodeFormat.QR_CODE, 0, 0));
		}
		catch (WriterException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** A seal that is only a ring. */
	public record Ring(float diameter) implements SealDrawing {

		private static final float POINTS = 72 / 25.4f;

		@Override
		public void draw(PDDocument document, PDPageContentStream page, float x, float y) throws IOException {
			page.setStrokingColor(0.86f, 0.1f, 0.1f);
			page.setLineWidth(1.2f * POINTS);
			float radius = (this.diameter - 1.2f) / 2 * POINTS;
			float pull = radius * 0.5523f;
			page.moveTo(x + radius, y);
			page.curveTo(x + radius, y + pull, x + pull, y + radius, x, y + radius);
			page.curveTo(x - pull, y + radius, x - radius, y + pull, x - radius, y);
			page.curveTo(x - radius, y - pull, x - pull, y - radius, x, y - radius);
			page.curveTo(x + pull, y - radius, x + radius, y - pull, x + radius, y);
			page.stroke();
		}

	}

	/**
	 * @return the template as it comes with the system
	 */
	static String template(OfficialDocumentKind kind) {
		return PackFiles.shipped(kind.release().pack()).text(kind.template()).orElseThrow();
	}

}
