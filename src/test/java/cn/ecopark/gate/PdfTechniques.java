package cn.ecopark.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import cn.ecopark.SampleFiles;
import cn.ecopark.gate.RawPdf.Stream;

/** What a PDF may do that no document has to do, each in every disguise. */
final class PdfTechniques {

	private static final String ALERT = "<</S/JavaScript/JS(app.alert\\(1\\))>>";

	private static final Stream DATA = new Stream("/Type/EmbeddedFile", "MZ".getBytes(StandardCharsets.US_ASCII));

	private final List<HostileFile> files = new ArrayList<>();

	private PdfTechniques() {
	}

	static List<HostileFile> all() {
		PdfTechniques techniques = new PdfTechniques();
		techniques.scripts();
		techniques.actions();
		techniques.embedded();
		techniques.media();
		techniques.external();
		return techniques.files;
	}

	private void scripts() {
		add("script when opened", "pdf.script", "/OpenAction" + ALERT, "");
		add("script in names", "pdf.script", "/Names<</JavaScript<</Names[(a)" + ALERT + "]>>>>", "");
		add("script when the page opens", "pdf.script", "", "/AA<</O" + ALERT + ">>");
		add("script behind a link", "pdf.script", "", link(ALERT));
		add("script of a field", "pdf.script",
				"/AcroForm<</Fields[<</FT/Tx/T(a)/Subtype/Widget/AA<</K" + ALERT + ">>>>]>>", "");
		add("script after another action", "pdf.script", "/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[" + ALERT + "]>>", "");
		add("script in the outline", "pdf.script", "/Outlines<</First 10 0 R/Last 10 0 R/Count 1>>", "",
				Map.of(10, "<</Title(a)/A 11 0 R>>", 11, ALERT));
		add("script as a stream", "pdf.script", "/OpenAction<</S/JavaScript/JS 10 0 R>>", "",
				Map.of(10, new Stream("/Filter/FlateDecode",
						RawPdf.deflated("app.alert(1)".getBytes(StandardCharsets.US_ASCII)))));
		add("script as an address", "pdf.script", "", link("<</S/URI/URI(java\tscript:alert)>>"));
		add("script as a base address", "pdf.script", "/URI<</Base(JavaScript:x)>>", "");
	}

	private void actions() {
		add("launch of a program", "pdf.launch", "/OpenAction<</S/Launch/F(cmd.exe)>>", "");
		add("launch for one system", "pdf.launch", "", link("<</S/Launch/Win<</F(cmd.exe)/P(/c calc)>>>>"));
		add("form sent away", "pdf.sends", "", link("<</S/SubmitForm/F<</FS/URL/F(http://example.com)>>>>"));
		add("data imported", "pdf.imports", "", link("<</S/ImportData/F(a.fdf)>>"));
		add("jump to another file", "pdf.remote", "", link("<</S/GoToR/F(other.pdf)/D[0/Fit]>>"));
		add("jump to an attachment", "pdf.remote", "", link("<</S/GoToE/T<</R/C/N(a)>>>>"));
		add("jump to a share when opened", "pdf.remote", "/OpenAction<</S/GoToR/F(\\\\\\\\host\\\\share)/D[0/Fit]>>",
				"");
		add("thread of another file", "pdf.remote", "", link("<</S/Thread/F(other.pdf)/D 0>>"));
		add("address when opened", "pdf.automatic", "/OpenAction<</S/URI/URI(http://a.cn)>>", "");
		add("address when a page opens", "pdf.automatic", "", "/AA<</O<</S/URI/URI(http://a.cn)>>>>");
		add("address after another action", "pdf.automatic",
				"/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[<</S/URI/URI(http://a.cn)>>]>>", "");
		add("address of a program", "pdf.address", "", link("<</S/URI/URI(ms-msdt:/id)>>"));
		add("address of a share", "pdf.remote", "", link("<</S/URI/URI(file://host/share)>>"));
		add("address of a share with more slashes", "pdf.remote", "", link("<</S/URI/URI(file:////host/share)>>"));
	}

	private void embedded() {
		add("attached file", "pdf.embedded",
				"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)/EF<</F 10 0 R>>>>]>>>>", "",
				Map.of(10, DATA));
		add("attachment as a remark", "pdf.embedded", "",
				"/Annots[<</Subtype/FileAttachment/Rect[0 0 9 9]/FS<</F(a.exe)/EF<</F 10 0 R>>>>>>]", Map.of(10, DATA));
		add("associated file", "pdf.embedded", "/AF[<</F(a.xml)/EF<</UF 10 0 R>>/AFRelationship/Data>>]", "",
				Map.of(10, DATA));
		add("text within", "pdf.embedded", "", "", Map.of(10, new Stream("", SampleFiles.archive("mimetype"))));
		add("form of another kind", "pdf.xfa", "/AcroForm<</Fields[]/XFA 10 0 R>>", "",
				Map.of(10, new Stream("", "<xdp/>".getBytes(StandardCharsets.US_ASCII))));
		add("form of another kind in parts", "pdf.xfa", "/AcroForm<</Fields[]/XFA[(template)10 0 R]>>", "",
				Map.of(10, new Stream("", "<xdp/>".getBytes(StandardCharsets.US_ASCII))));
	}

	private void media() {
		for (String kind : List.of("RichMedia", "3D", "Movie", "Sound", "Screen")) {
			add("remark that plays: " + kind, "pdf.media", "", "/Annots[<</Subtype/" + kind + "/Rect[0 0 9 9]>>]");
		}
		add("sound when opened", "pdf.media", "/OpenAction<</S/Sound/Sound 10 0 R>>", "",
				Map.of(10, new Stream("/Type/Sound/R 8000", new byte[8])));
		add("film behind a link", "pdf.media", "", link("<</S/Rendition/OP 0/R<</S/MR/C<</S/MCD/CT(video/mp4)>>>>>>"));
	}

	private void external() {
		add("data kept elsewhere", "pdf.external", "", "/Resources<</XObject<</a 10 0 R>>>>",
				Map.of(10, new Stream("/F(\\\\\\\\host\\\\a)/FFilter/FlateDecode", new byte[0])));
		add("page of another file", "pdf.external", "", "/Resources<</XObject<</a 10 0 R>>>>", Map.of(10,
				new Stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F(other.pdf)/Page 0>>", new byte[0])));
		add("program for a printer", "pdf.postscript", "", "/Resources<</XObject<</a 10 0 R>>>>",
				Map.of(10, new Stream("/Type/XObject/Subtype/PS", "quit".getBytes(StandardCharsets.US_ASCII))));
	}

	private static String link(String action) {
		return "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A" + action + ">>]";
	}

	private void add(String technique, String code, String catalog, String page) {
		add(technique, code, catalog, page, Map.of());
	}

	private void add(String technique, String code, String catalog, String page, Map<Integer, ?> more) {
		Supplier<RawPdf> pdf = () -> RawPdf.ofOnePage(catalog, page).withAll(more);
		Set<String> different = new LinkedHashSet<>();
		for (PdfDisguise disguise : PdfDisguise.values()) {
			byte[] bytes = disguise.write(pdf.get());
			if (different.add(new String(bytes, StandardCharsets.ISO_8859_1))) {
				this.files.add(new HostileFile(technique, disguise.name(), "规划.pdf", bytes, code));
			}
		}
	}

}
