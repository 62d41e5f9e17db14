-- What a step is for is declared in its diagram, and kept with what was said in it: no program goes by the name of a step any more.
-- Until now one pack was carried out, whose steps were these.
CREATE TEMPORARY TABLE purpose_of (task_key TEXT PRIMARY KEY, purpose TEXT NOT NULL) ON COMMIT DROP;
INSERT INTO purpose_of (task_key, purpose) VALUES
    ('Task_Countersign', 'BALLOT'),
    ('Task_ConfirmNotice', 'BALLOT'),
    ('Task_ConfirmGrades', 'BALLOT'),
    ('Task_Coordinate', 'COORDINATION'),
    ('Task_Issue', 'ISSUE'),
    ('Task_DraftNotice', 'DRAFT'),
    ('Task_DraftCircular', 'DRAFT'),
    ('Task_DraftPublicNotice', 'NOTICE_DRAFT'),
    ('Task_FormPanel', 'PANEL_FORMATION'),
    ('Task_AcceptInvitation', 'INVITATION'),
    ('Task_HoldMeeting', 'MEETING'),
    ('Task_CallMeeting', 'MEETING_CALL'),
    ('Task_MinistryVote', 'PANEL_VOTE'),
    ('Task_ExpertVote', 'PANEL_VOTE'),
    ('Task_ExpertOpinion', 'PANEL_VOTE'),
    ('Task_PanelConclusion', 'PANEL_CONCLUSION'),
    ('Task_GiveAcceptanceOpinion', 'PANEL_CONCLUSION'),
    ('Task_SignOpinion', 'PANEL_SIGNATURE'),
    ('Task_Correct', 'CORRECTION'),
    ('Task_RevisePlan', 'CORRECTION'),
    ('Task_Rectify', 'CORRECTION'),
    ('Task_InspectOnSite', 'SITE_INSPECTION'),
    ('Task_GiveCheckOpinion', 'CHECK_OPINION'),
    ('Task_AssessOnSite', 'GRADING'),
    ('Task_Reassess', 'GRADING'),
    ('Task_FileCase', 'FILING'),
    ('Task_GiveStatement', 'STATEMENT'),
    ('Task_ReviewStatement', 'STATEMENT_REVIEW'),
    ('Task_AssignObjection', 'OBJECTION_ASSIGNMENT'),
    ('Task_VerifyByProvince', 'OBJECTION_VERIFICATION'),
    ('Task_VerifyByTechnicalUnit', 'OBJECTION_VERIFICATION'),
    ('Task_AnswerObjection', 'OBJECTION_ANSWER'),
    ('Task_ComposeApprovalBatch', 'COMPOSITION'),
    ('Task_ComposeNoticeBatch', 'COMPOSITION'),
    ('Task_ComposeNamingBatch', 'COMPOSITION'),
    ('Task_ComposeResultBatch', 'COMPOSITION'),
    ('Task_ComposeDecisionBatch', 'COMPOSITION');

ALTER TABLE opinion ADD COLUMN purpose TEXT NOT NULL DEFAULT 'ORDINARY';
ALTER TABLE opinion DISABLE TRIGGER opinion_stays;
UPDATE opinion SET purpose = known.purpose FROM purpose_of known WHERE known.task_key = opinion.task_key;
ALTER TABLE opinion ENABLE TRIGGER opinion_stays;
CREATE INDEX opinion_by_purpose ON opinion (dossier_id, purpose, id DESC);

UPDATE work_item
   SET description = (description - 'panel') || jsonb_build_object('purpose',
       coalesce((SELECT known.purpose FROM purpose_of known WHERE known.task_key = work_item.task_key), 'ORDINARY'));
