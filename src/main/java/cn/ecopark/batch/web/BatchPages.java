package cn.ecopark.batch.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchAccess;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.batch.SignOff;
import cn.ecopark.batch.SignOffs;
import cn.ecopark.casefile.web.FileViews;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRights;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/** The page of one batch: its steps, the ballots on each park, its file. */
@Component
class BatchPages {

	private final BatchAccess access;

	private final BatchItems items;

	private final SignOffs signOffs;

	private final WorkItems workItems;

	private final TaskRights rights;

	private final BatchPageRows rows;

	private final FileViews file;

	private final BatchStory story;

	BatchPages(BatchAccess access, BatchItems items, SignOffs signOffs, WorkItems workItems, TaskRights rights,
			BatchPageRows rows, FileViews file, BatchStory story) {
		this.access = access;
		this.items = items;
		this.signOffs = signOffs;
		this.workItems = workItems;
		this.rights = rights;
		this.rows = rows;
		this.file = file;
		this.story = story;
	}

	BatchPage page(String id, Actor reader, Locale locale) {
		Batch batch = this.access.read(reader, id);
		List<BatchItem> parks = this.items.of(id);
		List<SignOff> signed = this.signOffs.of(batch, reader);
		List<WorkItem> open = this.workItems.openOf(id);
		FileViews.Material material = this.file.material(id, null, reader, null, batch.release(), locale);
		return new BatchPage(id, this.rows.heading(batch, parks), this.story.steps(batch, open),
				this.rows.bodies(batch, signed), this.rows.parks(batch, parks, signed),
				this.rows.signatures(batch, parks, signed, reader, locale), material, this.story.timeline(batch, parks),
				this.rows.issued(batch), task(reader, open));
	}

	private BatchPage.@Nullable Task task(Actor reader, List<WorkItem> open) {
		return open.stream()
			.filter(item -> this.rights.isOf(reader, item))
			.findFirst()
			.map(item -> new BatchPage.Task("/tasks/" + item.id(), item.task().name()))
			.orElse(null);
	}

}
