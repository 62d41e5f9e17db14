package cn.ecopark.typesetting.manuscript;

import java.util.Objects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.ecopark.typesetting.manuscript.Block.Aligned;
import cn.ecopark.typesetting.manuscript.Block.NewPage;
import cn.ecopark.typesetting.manuscript.Block.Side;
import cn.ecopark.typesetting.manuscript.Manuscript.Attachment;

/** Reads the markup of a filled template: fields, an empty line, then the text. */
final class ManuscriptReader {

	private static final Pattern FIELD = Pattern.compile("(标题|主送|附注|抄送|印发)：(.*)");

	private static final Pattern ATTACHMENT = Pattern.compile("【附件】(.*)");

	private static final Pattern TABLE = Pattern.compile("【表[:： ]*([0-9,，]*)】");

	private static final String SHEET = "【单】";

	private static final String NEW_PAGE = "【另页】";

	private static final Map<Character, Side> SIDES = Map.of('<', Side.LEFT, '=', Side.CENTRE, '>', Side.RIGHT);

	private final Map<String, String> fields = new LinkedHashMap<>();

	private final List<String> notes = new ArrayList<>();

	private final List<Block> body = new ArrayList<>();

	private final List<Attachment> attachments = new ArrayList<>();

	private List<Block> present = this.body;

	private final List<String> lines;

	private ManuscriptReader(String text) {
		this.lines = text.lines().map(String::strip).toList();
	}

	static Manuscript read(String text) {
		ManuscriptReader reader = new ManuscriptReader(text);
		reader.run();
		List<Attachment> attachments = reader.attachments.stream()
			.map((attachment) -> new Attachment(attachment.title(), Headings.withItems(attachment.body())))
			.toList();
		return new Manuscript(reader.title(), reader.field("主送"), Headings.withItems(reader.body), attachments,
				reader.notes, reader.field("抄送"), reader.field("印发"));
	}

	private void run() {
		int at = 0;
		while (at < this.lines.size() && isField(this.lines.get(at))) {
			at++;
		}
		while (at < this.lines.size()) {
			at = block(at);
		}
	}

	/** The fields end with the first line that is none. */
	private boolean isField(String line) {
		Matcher field = FIELD.matcher(line);
		if (!field.matches()) {
			return false;
		}
		if (field.group(1).equals("附注")) {
			this.notes.add(Values.bare(field.group(2)).strip());
		}
		this.fields.put(field.group(1), field.group(2).strip());
		return true;
	}

	/**
	 * @return the line that follows the block
	 */
	private int block(int at) {
		String line = this.lines.get(at);
		Matcher table = TABLE.matcher(line);
		if (table.matches() || line.equals(SHEET)) {
			int end = at + 1;
			while (end < this.lines.size() && this.lines.get(end).startsWith("|")) {
				end++;
			}
			List<String> rows = this.lines.subList(at + 1, end);
			this.present.add(line.equals(SHEET) ? Rows.sheet(rows) : Rows.table(table.group(1), rows));
			return end;
		}
		single(line);
		return at + 1;
	}

	private void single(String line) {
		Matcher attachment = ATTACHMENT.matcher(line);
		if (attachment.matches()) {
			this.present = new ArrayList<>();
			this.attachments.add(new Attachment(Values.bare(attachment.group(1)).strip(), this.present));
		}
		else if (line.equals(NEW_PAGE)) {
			this.present.add(new NewPage());
		}
		else if (!line.isEmpty() && SIDES.containsKey(line.charAt(0))) {
			this.present.add(new Aligned(Objects.requireNonNull(SIDES.get(line.charAt(0))),
					Values.bare(line.substring(1)).strip()));
		}
		else {
			Values.bare(line)
				.lines()
				.filter((part) -> !part.isBlank())
				.forEach((part) -> this.present.add(Headings.read(part.strip())));
		}
	}

	/** An oblique stroke shows where the title may be broken. */
	private List<String> title() {
		return List.of(this.fields.getOrDefault("标题", "").split("/"))
			.stream()
			.map((part) -> Values.bare(part).replace("\n", ""))
			.filter((part) -> !part.isEmpty())
			.toList();
	}

	private String field(String name) {
		return Values.bare(this.fields.getOrDefault(name, "")).replace("\n", "").strip();
	}

}
