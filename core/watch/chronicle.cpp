// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/chronicle.h"

#include "core/async/clock.h"
#include "core/watch/chronicle_notes.h"

namespace seonchak {

Chronicle::Chronicle(Journal &journal, const Clock &clock, Bounds bounds)
    : m_journal(journal)
    , m_clock(clock)
    , m_notes(std::make_shared<Notes>(bounds))
{
}

Chronicle::Chronicle(Journal &journal, const Clock &clock)
    : Chronicle(journal, clock, Bounds())
{
}

Chronicle::~Chronicle()
{
    for (qsizetype portions = m_notes->portionsWaiting(); portions > 0; --portions) {
        m_journal.writeBehind([notes = m_notes, now = m_clock.wallMs()](Session &session) -> Result<void> {
            const auto written = notes->writePortion(session, now);
            return written ? Result<void>{} : std::unexpected(written.error());
        });
    }
}

void Chronicle::noteRefused(UserId user, Refusal::Reason reason)
{
    m_notes->noteRefused(user, reason, m_clock.wallMs());
}

void Chronicle::notePartnerRefused(UserId user, const QByteArray &code)
{
    const WallMs now = m_clock.wallMs();
    m_notes->noteRefused(user, Refusal::Reason::PartnerFailed, now);
    m_notes->noteLife({code, {LifeEvent::What::PartnerRefused, now, user, {}, {}}});
}

void Chronicle::noteLife(LifeEntry entry)
{
    if (entry.event.at == 0)
        entry.event.at = m_clock.wallMs();
    m_notes->noteLife(std::move(entry));
}

void Chronicle::noteAttempt(DoubtAttempt attempt)
{
    if (attempt.at == 0)
        attempt.at = m_clock.wallMs();
    m_notes->noteAttempt(std::move(attempt));
}

QCoro::Task<Result<Chronicle::Notes::Progress>> Chronicle::Notes::flushNext(std::shared_ptr<Notes> self,
                                                                            Journal &journal, WallMs now)
{
    if (self->isEmpty())
        co_return Progress{.number = 0, .round = self->round(), .empty = true};
    std::function<Result<Progress>(Session &)> work = [self, now](Session &session) {
        return self->writePortion(session, now);
    };
    const auto written = co_await journal.write<Progress>(std::move(work));
    if (written)
        self->confirm(written->number);
    co_return written;
}

QCoro::Task<Result<bool>> Chronicle::flushSome()
{
    const auto written = co_await Notes::flushNext(m_notes, m_journal, m_clock.wallMs());
    co_return written ? Result<bool>(written->empty) : std::unexpected(written.error());
}

QCoro::Task<Result<void>> Chronicle::flush()
{
    const auto notes = m_notes;
    auto &journal = m_journal;
    const WallMs now = m_clock.wallMs();
    const quint64 wanted = notes->round() + 1;
    while (true) {
        const auto written = co_await Notes::flushNext(notes, journal, now);
        if (!written)
            co_return std::unexpected(written.error());
        if (written->empty || written->round >= wanted)
            co_return Result<void>{};
    }
}

bool Chronicle::isWritten() const
{
    return m_notes->isEmpty();
}

qint64 Chronicle::dropped() const
{
    return m_notes->dropped();
}

} // namespace seonchak
