-- Events are heard in the transaction they happen in; what is done after it goes through the queue for work in the background.
DROP TABLE event_publication;
