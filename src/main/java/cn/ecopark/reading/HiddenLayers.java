package cn.ecopark.reading;

import java.util.List;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/** The layers of a PDF that are switched off when it is opened. */
final class HiddenLayers {

	private final @Nullable PDOptionalContentProperties layers;

	private HiddenLayers(@Nullable PDOptionalContentProperties layers) {
		this.layers = layers;
	}

	static HiddenLayers of(PDDocument document) {
		return new HiddenLayers(document.getDocumentCatalog().getOCProperties());
	}

	/**
	 * @param properties of a piece of content, as it says what layer it is on
	 */
	boolean isHidden(@Nullable COSDictionary properties) {
		return properties != null && isHidden(PDPropertyList.create(properties));
	}

	boolean isHidden(@Nullable PDPropertyList layer) {
		if (this.layers == null || layer == null) {
			return false;
		}
		if (layer instanceof PDOptionalContentGroup group) {
			return !this.layers.isGroupEnabled(group);
		}
		return layer instanceof PDOptionalContentMembershipDictionary several && isHidden(several);
	}

	private boolean isHidden(PDOptionalContentMembershipDictionary several) {
		List<PDPropertyList> members = several.getOCGs();
		if (members.isEmpty()) {
			return false;
		}
		COSName policy = several.getVisibilityPolicy();
		boolean visible = switch (policy == null ? "AnyOn" : policy.getName()) {
			case "AllOn" -> members.stream().noneMatch(this::isHidden);
			case "AnyOff" -> members.stream().anyMatch(this::isHidden);
			case "AllOff" -> members.stream().allMatch(this::isHidden);
			default -> !members.stream().allMatch(this::isHidden);
		};
		return !visible;
	}

}
