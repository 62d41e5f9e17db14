package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/** Holds data against the part of JSON Schema that the schema of a case uses. */
final class SchemaWalk {

	private final JsonNode schema;

	private final List<String> faults = new ArrayList<>();

	private SchemaWalk(JsonNode schema) {
		this.schema = schema;
	}

	static List<String> faults(JsonNode schema, JsonNode data) {
		SchemaWalk walk = new SchemaWalk(schema);
		walk.walk(schema, data, "$");
		return walk.faults;
	}

	private void walk(JsonNode rule, JsonNode value, String at) {
		JsonNode reference = rule.get("$ref");
		if (reference != null) {
			walk(this.schema.at(reference.asString().substring(1)), value, at);
			return;
		}
		String type = rule.path("type").asString("");
		boolean fits = switch (type) {
			case "object" -> value.isObject();
			case "array" -> value.isArray();
			case "integer" -> value.isIntegralNumber();
			case "string" -> value.isString();
			case "boolean" -> value.isBoolean();
			default -> false;
		};
		if (!fits) {
			this.faults.add(at + " is not of type " + type);
		}
		else if (value.isArray()) {
			value.forEach(item -> walk(rule.get("items"), item, at + "[]"));
		}
		else if (value.isObject() && rule.has("properties")) {
			object(rule, value, at);
		}
	}

	private void object(JsonNode rule, JsonNode value, String at) {
		TreeSet<String> missing = new TreeSet<>();
		rule.path("required").forEach(name -> missing.add(name.asString()));
		for (Map.Entry<String, JsonNode> property : value.properties()) {
			missing.remove(property.getKey());
			JsonNode known = rule.get("properties").get(property.getKey());
			if (known == null) {
				this.faults.add(at + " has an undescribed " + property.getKey());
			}
			else {
				walk(known, property.getValue(), at + "." + property.getKey());
			}
		}
		if (!missing.isEmpty()) {
			this.faults.add(at + " lacks " + missing);
		}
	}

}
