-- One counter for all that one network may ask or send in an hour; until now objections and verification counted apart.
CREATE TABLE rate_limit (
    use     TEXT NOT NULL,
    network TEXT NOT NULL,
    at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT rate_limit_network_is_a_digest CHECK (length(network) = 64)
);

CREATE INDEX rate_limit_by_network ON rate_limit (use, network, at);
CREATE INDEX rate_limit_by_time ON rate_limit (at);

INSERT INTO rate_limit (use, network, at)
SELECT CASE purpose WHEN 'OBJECTION' THEN 'objection.filed' ELSE 'objection.miss' END, address, at FROM objection_throttle;
INSERT INTO rate_limit (use, network, at)
SELECT CASE purpose WHEN 'FILE' THEN 'verification.file' ELSE 'verification.miss' END, address, at FROM verification_throttle;

DROP TABLE objection_throttle;
DROP TABLE verification_throttle;
