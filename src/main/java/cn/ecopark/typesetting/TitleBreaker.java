package cn.ecopark.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Breaks a title so that no word is torn and the lines make a trapezium or a lozenge
 * (GB/T 9704-2012, 7.3.1): every way of breaking is weighed, the lightest one taken.
 */
final class TitleBreaker {

	/** Inside a part, as against between two. */
	private static final double TORN = 30;

	/** Behind these characters a name is torn less badly. */
	private static final String SEAMS = "省市区县州部委局）、";

	/** Words that titles and names of bodies are made of. */
	private static final Set<String> WORDS = Set.of("国家", "发展", "改革", "市场", "监督", "管理", "生态", "环境", "科学", "技术", "工业",
			"信息", "自然", "资源", "示范", "园区", "建设", "经济", "开发", "委员", "办公", "综合", "高新", "产业", "循环", "复查", "结果", "命名", "通知",
			"批准", "同意", "关于", "区域", "部门", "城乡", "住房", "总局", "领导", "小组", "协调", "规划", "论证", "验收", "意见", "核查", "整改", "公示");

	private static final int MOST_LINES = 6;

	private final List<Cluster> clusters = new ArrayList<>();

	/** What breaking before a cluster costs. */
	private final List<Double> costs = new ArrayList<>();

	private final float room;

	private double lightest = Double.MAX_VALUE;

	private List<Integer> best = List.of();

	private TitleBreaker(float room) {
		this.room = room;
	}

	/**
	 * @param parts between which a line may be broken
	 * @param room for a line, points
	 */
	static List<Line> lines(List<String> parts, Style style, Shaper shaper, float room) {
		TitleBreaker breaker = new TitleBreaker(room);
		for (String part : parts) {
			breaker.add(shaper.shape(part, style));
		}
		return breaker.broken();
	}

	private void add(List<Cluster> part) {
		for (int at = 0; at < part.size(); at++) {
			Cluster cluster = part.get(at);
			this.clusters.add(cluster);
			this.costs.add(at == 0 ? 0 : torn(part.get(at - 1), cluster));
		}
	}

	private static double torn(Cluster before, Cluster after) {
		if (!after.mayBegin() || !before.mayEnd()) {
			return TORN * 100;
		}
		if (WORDS.contains(before.text() + after.text())) {
			return TORN * 3;
		}
		return after.text().equals("（") || SEAMS.contains(before.text()) ? TORN / 3 : TORN;
	}

	private List<Line> broken() {
		float all = width(0, this.clusters.size());
		int least = Math.max(1, (int) Math.ceil(all / this.room));
		for (int lines = least; lines <= Math.min(least + 1, MOST_LINES); lines++) {
			search(lines, 0, new ArrayList<>(), 0, all / lines);
		}
		if (this.best.isEmpty()) {
			return LineBreaker.lines(this.clusters, 0, this.room);
		}
		return lines();
	}

	private List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		int from = 0;
		for (int to : this.best) {
			lines.add(LineBreaker.whole(this.clusters.subList(from, to)));
			from = to;
		}
		return lines;
	}

	private void search(int left, int from, List<Integer> ends, double cost, float mean) {
		if (cost >= this.lightest) {
			return;
		}
		if (left == 1) {
			finish(from, ends, cost, mean);
			return;
		}
		float width = 0;
		for (int to = from + 1; to < this.clusters.size(); to++) {
			width += this.clusters.get(to - 1).width();
			if (width > this.room) {
				return;
			}
			if (width > mean * 0.45f) {
				ends.add(to);
				search(left - 1, to, ends, cost + this.costs.get(to) + uneven(width, mean) + 2, mean);
				ends.remove(ends.size() - 1);
			}
		}
	}

	private void finish(int from, List<Integer> ends, double cost, float mean) {
		float last = width(from, this.clusters.size());
		double whole = cost + uneven(last, mean) + shape(ends);
		if (last <= this.room && whole < this.lightest) {
			this.lightest = whole;
			this.best = new ArrayList<>(ends);
			this.best.add(this.clusters.size());
		}
	}

	private double uneven(float width, float mean) {
		double off = (width - mean) / this.clusters.get(0).size();
		return off * off / 6;
	}

	/** An hourglass is ugly: no line may be shorter than both its neighbours. */
	private double shape(List<Integer> ends) {
		double cost = 0;
		float size = this.clusters.get(0).size();
		for (int at = 1; at < ends.size(); at++) {
			int before = at == 1 ? 0 : ends.get(at - 2);
			int after = at + 1 < ends.size() ? ends.get(at + 1) : this.clusters.size();
			float width = width(ends.get(at - 1), ends.get(at)) + size / 2;
			if (width < width(before, ends.get(at - 1)) && width < width(ends.get(at), after)) {
				cost += 12;
			}
		}
		return cost;
	}

	private float width(int from, int to) {
		return (float) this.clusters.subList(from, to).stream().mapToDouble(Cluster::width).sum();
	}

}
