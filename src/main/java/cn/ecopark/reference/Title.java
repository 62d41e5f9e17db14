package cn.ecopark.reference;

/** What parks are named, in the words of its time. */
public record Title(String zh, String en) {
}
