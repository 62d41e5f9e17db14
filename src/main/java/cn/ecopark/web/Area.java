package cn.ecopark.web;

import java.util.Locale;

/** The main areas of the screens, in the order of the navigation. */
public enum Area {

	DESK("/desk", "clipboard-check"), CASES("/cases", "folders"), PARKS("/parks", "building-factory-2"),
	BATCHES("/batches", "stack-2"), PAPERS("/papers", "file-text"), NOTICES("/notices", "speakerphone"),
	STUDIO("/admin/studio", "edit"), PACKS("/admin/packs", "list-check"),
	REFERENCE("/admin/reference", "calendar-event"), TEMPLATES("/admin/papers", "file-text"),
	PEOPLE("/admin/people", "users"), NUMBERS("/admin/numbers", "list"),
	OPERATIONS("/admin/operations", "alert-triangle"), AUDIT("/audit", "list-check");

	private final String path;

	private final String icon;

	Area(String path, String icon) {
		this.path = path;
		this.icon = icon;
	}

	public String path() {
		return this.path;
	}

	public String icon() {
		return this.icon;
	}

	public String label() {
		return "web.area." + name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether the narrow bar at the bottom of a phone has room for it; the others are in
	 * the menu beside it.
	 */
	public boolean inBar() {
		return this == DESK || this == CASES || this == NOTICES;
	}

	/**
	 * Whether an address belongs to this area; a task belongs to the desk it was opened
	 * from.
	 */
	boolean holds(String address) {
		return address.startsWith(this.path) || (this == DESK && address.startsWith("/tasks"));
	}

}
