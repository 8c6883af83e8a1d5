package nl.hartslag.contacts.internal;

import java.util.Set;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CaseChangeId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CasesService implements Cases {
    private final CaseLists lists;
    private final CaseReading reading;
    private final CaseRows rows;
    private final CaseMoves moves;
    private final CaseUndo undo;
    private final CaseNews news;

    CasesService(CaseLists lists, CaseReading reading, CaseRows rows, CaseMoves moves, CaseUndo undo, CaseNews news) {
        this.lists = lists;
        this.reading = reading;
        this.rows = rows;
        this.moves = moves;
        this.undo = undo;
        this.news = news;
    }

    @Override
    public Page<CaseHit> find(Access access, CaseFilter filter, @Nullable String cursor, int limit) {
        return lists.find(access, filter, cursor, limit);
    }

    @Override
    @Transactional
    public CasePage page(Access access, CaseId id, int contacts) {
        return reading.page(access, id, contacts);
    }

    @Override
    public boolean customerCame(CaseId id) {
        return rows.customerCame(id);
    }

    @Override
    public Set<ContactId> contactsShown(Access access, CaseId id) {
        return rows.contactsShown(access, id);
    }

    @Override
    @Transactional
    public void rename(Access access, CaseId id, String subject) {
        CasesRecord row = rows.seen(access, id, Permission.CONTACTS_HANDLE);
        if (subject.isBlank()) throw Problem.invalid("subject", "required");
        row.setSubject(subject.strip());
        row.update();
        news.changed(access, row);
    }

    @Override
    @Transactional
    public CaseChangeId merge(Access access, CaseId from, Joining joining) {
        return moves.merge(access, from, joining);
    }

    @Override
    @Transactional
    public CaseChangeId takeOut(Access access, CaseId from, TakingOut takingOut) {
        return moves.takeOut(access, from, takingOut);
    }

    @Override
    @Transactional
    public void undo(Access access, CaseChangeId change) {
        undo.undo(access, change);
    }
}
