// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/act_desk.h"
#include "core/issue/ground/sale_shared.h"

// What whoever looks at the jobs is told of a long act.
namespace seonchak {

/// Of one that was refused, its own answer tells.
void ActDesk::tellBegun(const ActOrder &who, const book::Begun &begun) const
{
    if (begun.kind == book::Begun::Kind::Mismatch)
        return;
    if (begun.kind == book::Begun::Kind::Mine)
        m_shared.jobs.begin(begun.act);
    if (who.once.begun)
        who.once.begun(m_shared.jobs.find(begun.act.id).value_or(JobLog::ofAct(begun.act)));
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
