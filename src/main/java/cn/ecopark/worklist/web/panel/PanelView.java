package cn.ecopark.worklist.web.panel;

/**
 * What one of the seven work panels shows; its name is that of the fragment
 * {@code panels/<name>.html}.
 */
public sealed interface PanelView permits FormPanel, CorrectionPanel, BallotPanel, ExpertPanel {

	String name();

}
