// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/act_desk.h"
#include "core/issue/ground/sale_shared.h"

// What clients of the job list see of a long act.
namespace seonchak {

/// A refused act is reported by its own answer.
void ActDesk::tellBegun(const ActOrder &who, const book::Begun &begun) const
{
    if (begun.kind == book::Begun::Kind::Mismatch)
        return;
    if (begun.kind == book::Begun::Kind::Mine)
        m_shared.jobs.begin(begun.act);
    if (who.once.begun)
        who.once.begun(m_shared.jobs.find(begun.act.id).value_or(JobLog::ofAct(begun.act)));
}

QCoro::Task<> ActDesk::keepNote(book::Act act)
{
    if (!act.keyed)
        co_return;
    std::function<Result<bool>(Session &)> work = [act](Session &session) -> Result<bool> {
        const auto noted = book::noteAct(session, act.id, act.note);
        return noted ? Result<bool>(true) : std::unexpected(noted.error());
    };
    (void)co_await m_shared.journal.write<bool>(std::move(work)); // Else a repeat is told the number alone.
}

Work ActDesk::told(const book::Act &act, Work work) const
{
    work.progress = [&jobs = m_shared.jobs, id = act.id, tell = std::move(work.progress)](qint64 done) {
        jobs.progress(id, done);
        if (tell)
            tell(done);
    };
    return work;
}

} // namespace seonchak
