package cn.ecopark.worklist.web.panel;

/**
 * What a work panel shows; its name is that of the fragment {@code panels/<name>.html}.
 */
public sealed interface PanelView
		permits FormPanel, CorrectionPanel, BallotPanel, ExpertPanel, ConclusionPanel, SignaturePanel {

	String name();

}
