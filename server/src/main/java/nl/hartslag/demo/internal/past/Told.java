package nl.hartslag.demo.internal.past;

import nl.hartslag.contacts.ContactsImport.PastCase;
import nl.hartslag.contacts.ContactsImport.PastContact;
import nl.hartslag.contacts.ContactsImport.PastConversation;

/** A visit as it will be stored. @param late the promise to answer was broken */
record Told(PastVisit visit, PastCase pastCase, boolean late) {
    PastConversation conversation() {
        return pastCase.conversations().getFirst();
    }

    PastContact lastContact() {
        return conversation().contacts().getLast();
    }
}
