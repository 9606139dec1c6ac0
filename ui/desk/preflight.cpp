// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/preflight.h"

#include "core/doctor/doctor.h"
#include "ui/desk/preflight_dialog.h"
#include "ui/parts/moment.h"
#include "ui/parts/reason_words.h"
#include "ui/port/desk_port.h"
#include "ui/port/doctor_words.h"
#include "ui/port/pulse.h"

namespace seonchak {

namespace {

/// As the trail has it: ids, which every language can look up.
QString resultOf(const Preflight::Answer &answer)
{
    if (!answer)
        return QStringLiteral("failed: ") + answer.error().detail;
    const QStringList red = doctor::failedIds(*answer);
    return red.isEmpty() ? QStringLiteral("done: nothing stands against it")
                         : QStringLiteral("done: stands against it: %1").arg(red.join(QStringLiteral(", ")));
}

} // namespace

Preflight::Preflight(DeskPort &port, SettingsPort *settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_settings(settings)
    , m_clock(clock)
{
}

void Preflight::ask(QWidget *parent, const QString &act, std::function<void()> go, std::function<void()> stay)
{
    if (!canExamine() || !m_port.sale().live)
        return go();
    auto *dialog = new PreflightDialog(*this, act, m_port.sale(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, go);
    connect(dialog, &QDialog::rejected, parent, stay);
    dialog->open();
}

void Preflight::examine(QObject *whose, const QString &act, SettingsPort::Found found,
                        std::function<void(const Answer &)> ended)
{
    run(this, whose, act, std::move(found), std::move(ended));
}

QCoro::Task<> Preflight::run(QPointer<Preflight> self, QPointer<QObject> whose, QString act,
                             SettingsPort::Found found, std::function<void(const Answer &)> ended)
{
    const SettingsPort::Found told = [whose, found](const doctor::Check &check) {
        if (whose && found)
            found(check);
    };
    auto task = look(self, told);
    const Answer answer = co_await task;
    if (!self)
        co_return;
    self->keep(answer);
    // Each remote window would record the same automatic examination.
    if (self->m_settings || whose.data() != self.data())
        self->record(act, resultOf(answer));
    if (whose)
        ended(answer);
}

QCoro::Task<Preflight::Answer> Preflight::look(QPointer<Preflight> self, SettingsPort::Found found)
{
    const auto tongue = DoctorWords::tongue();
    if (self->m_settings) {
        auto own = self->m_settings->preflight(tongue, found);
        co_return co_await own;
    }
    auto asked = self->m_port.preflight(tongue);
    co_return co_await asked;
}

bool Preflight::canExamine() const
{
    return m_settings || m_port.canExamine();
}

void Preflight::follow(const Reading &reading)
{
    if (!canExamine() || !reading.answered || !m_port.sale().live)
        return;
    const SaleView &sale = reading.status.sale;
    if (sale.state != SaleView::State::Planned)
        return;
    const bool hasMoved = sale.opensAt != m_moments.opensAt();
    const int minutes = m_moments.due(sale.opensAt, m_clock.wallMs() + sale.offsetMs);
    if (hasMoved) {
        m_last.reset();
        Q_EMIT changed();
    }
    if (minutes > 0)
        examineBefore(minutes);
}

void Preflight::examineBefore(int minutes)
{
    examine(this, QStringLiteral("%1 min before the opening").arg(minutes), {}, [this](const Answer &answer) {
        if (answer && doctor::isFit(*answer))
            return;
        Q_EMIT noticed({tr("The surroundings are not fit for the opening"),
                        answer ? DoctorWords::summary(*answer) : ReasonWords::told(answer.error(), {}, {}),
                        Notice::Weight::Urgent});
    });
}

void Preflight::keep(const Answer &answer)
{
    m_last = Look{m_clock.wallMs(), answer};
    Q_EMIT changed();
}

void Preflight::noteOverridden(const QString &act, const Answer &answer)
{
    record(act, QStringLiteral("done: went on in spite of it; ") +
                    resultOf(answer).section(QStringLiteral(": "), 1));
}

void Preflight::record(const QString &act, const QString &result)
{
    m_port.record(QStringLiteral("preflight"), act, result);
}

QString Preflight::line() const
{
    if (!m_last)
        return {};
    const QString at = moment::full(m_last->at);
    if (!m_last->answer)
        return tr("Examined at %1: nothing could be examined.").arg(at);
    const QString sums = DoctorWords::summary(*m_last->answer);
    return doctor::isFit(*m_last->answer)
               ? tr("Examined at %1: nothing stands against the opening. %2").arg(at, sums)
               : tr("Examined at %1: the sale should not open like this. %2").arg(at, sums);
}

theme::Tone Preflight::tone() const
{
    return m_last && m_last->answer && doctor::isFit(*m_last->answer) ? theme::Tone::Good : theme::Tone::Bad;
}

} // namespace seonchak
