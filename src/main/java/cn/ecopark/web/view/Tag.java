package cn.ecopark.web.view;

/** A small label, never a button. */
public record Tag(String label, Tone tone) {
}
