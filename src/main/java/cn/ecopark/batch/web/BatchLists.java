package cn.ecopark.batch.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchAccess;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.batch.Batches;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.MomentKey;
import cn.ecopark.spreadsheet.ListSheet;
import cn.ecopark.spreadsheet.SheetColumn;
import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;
import cn.ecopark.worklist.WaitingForBatch;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/** The list of batches, with what waits to be composed. */
@Component
class BatchLists {

	private static final int PAGE_SIZE = 30;

	private static final List<SheetColumn<BatchListPage.Row>> COLUMNS = List.of(
			SheetColumn.text("batch.list.batch", 50, BatchListPage.Row::title),
			SheetColumn.text("batch.list.kind", 20, BatchListPage.Row::kind),
			SheetColumn.number("batch.list.parks", BatchListPage.Row::parks),
			SheetColumn.text("batch.list.state", 14, row -> row.state().label()),
			SheetColumn.text("batch.list.present", 40, BatchListPage.Row::present),
			SheetColumn.day("batch.list.composed", BatchListPage.Row::composed));

	private final BatchAccess access;

	private final Batches batches;

	private final BatchItems items;

	private final WorkItems workItems;

	private final WaitingForBatch waiting;

	private final RulePacks packs;

	private final BatchWords words;

	BatchLists(BatchAccess access, Batches batches, BatchItems items, WorkItems workItems, WaitingForBatch waiting,
			RulePacks packs, BatchWords words) {
		this.access = access;
		this.batches = batches;
		this.items = items;
		this.workItems = workItems;
		this.waiting = waiting;
		this.packs = packs;
		this.words = words;
	}

	BatchListPage page(Cursor<MomentKey> cursor, Actor reader) {
		ListPage<BatchListPage.Row, MomentKey> page = rows(cursor, PAGE_SIZE, reader);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/batches");
		return new BatchListPage(reader.unitLevel() == UnitLevel.OFFICE ? waiting() : List.of(), page.rows(),
				Paging.of(page, address, MomentKey::text), ListTools.of(address));
	}

	ListSheet<BatchListPage.Row, MomentKey> sheet(Actor reader) {
		return new ListSheet<>("batches", "batch.list.title", Map.of(), COLUMNS,
				cursor -> rows(cursor, ListSheet.PAGE, reader));
	}

	private ListPage<BatchListPage.Row, MomentKey> rows(Cursor<MomentKey> cursor, int size, Actor reader) {
		this.access.requireReader(reader);
		ListPage<Batch, MomentKey> page = this.batches.page(cursor, size);
		List<String> ids = page.rows().stream().map(Batch::id).toList();
		Map<String, List<BatchItem>> parks = this.items.ofAll(ids)
			.stream()
			.collect(Collectors.groupingBy(BatchItem::batchId));
		Map<String, List<WorkItem>> open = this.workItems.openOfAll(ids)
			.stream()
			.collect(Collectors.groupingBy(item -> item.subject().dossierId()));
		return page.map(batch -> row(batch, parks.getOrDefault(batch.id(), List.of()),
				open.getOrDefault(batch.id(), List.of())));
	}

	/** Where two packs call a decision the same, each is told apart by its own name. */
	private List<BatchListPage.Waiting> waiting() {
		List<BatchListPage.Waiting> waiting = new ArrayList<>();
		for (RulePack pack : this.packs.all()) {
			for (Procedure procedure : pack.procedures().values()) {
				List<WorkItem> items = procedure.kind() == Procedure.Kind.BATCH
						? this.waiting.of(pack.id(), procedure.key()) : List.of();
				if (!items.isEmpty()) {
					waiting.add(new BatchListPage.Waiting(procedure.key(), called(pack, procedure), items.size(),
							earliest(items), "/batches/new?kind=" + procedure.key() + "&pack=" + pack.id()));
				}
			}
		}
		return waiting;
	}

	private String called(RulePack pack, Procedure procedure) {
		String label = this.words.kind(pack.release(), procedure.key());
		boolean alone = this.packs.all()
			.stream()
			.filter(other -> other.hasBatches(procedure.key()))
			.allMatch(pack::equals);
		return alone ? label : this.words.text("batch.list.ofPack", label, pack.name().source());
	}

	private static @Nullable LocalDate earliest(List<WorkItem> items) {
		return items.stream().map(WorkItem::dueOn).filter(Objects::nonNull).sorted().findFirst().orElse(null);
	}

	private BatchListPage.Row row(Batch batch, List<BatchItem> parks, List<WorkItem> open) {
		return new BatchListPage.Row(batch.id(), "/batches/" + batch.id(), batch.title(),
				this.words.kind(batch.release(), batch.kind()), parks.size(), this.words.state(batch),
				this.words.present(batch, open), batch.composedOn());
	}

}
