-- Whoever declined is not asked again; whoever was silent, or was left out when the panel was formed anew, may be.
ALTER TABLE panel_member DROP CONSTRAINT panel_member_invitation_known;
ALTER TABLE panel_member ADD CONSTRAINT panel_member_invitation_known
    CHECK (invitation IN ('PENDING', 'ACCEPTED', 'DECLINED', 'SILENT', 'RELEASED'));
