// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/administration/administration.h"

#include "core/issue/engine/engine.h"
#include "core/issue/ground/sale_shared.h"

namespace seonchak {

QCoro::Task<Result<QList<CutAct>>> Administration::cutActs()
{
    std::function<Result<QList<CutAct>>(Session &)> look = [](Session &session) {
        return book::cutActs(session);
    };
    co_return co_await m_shared.readers.run<QList<CutAct>>(std::move(look));
}

QCoro::Task<Result<qint64>> Administration::settleCut(QString actor, QString id, CutChoice choice, Work work)
{
    std::function<QCoro::Task<Result<qint64>>()> settle = [this, actor, id, choice,
                                                           told = carried(std::move(work))] {
        return m_engine.acts().settleCut(actor, id, choice, told);
    };
    co_return co_await runOn<Result<qint64>>(&m_engine, std::move(settle));
}

} // namespace seonchak
