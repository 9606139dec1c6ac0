// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/import_work.h"

#include "core/async/off_thread.h"
#include "ui/port/under_way.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace seonchak {

namespace {
constexpr int tickMs = 100;
}

ImportWork::ImportWork(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &ImportWork::progressed);
}

ImportWork::~ImportWork()
{
    m_stop.request_stop(); // The worker only uses its own token, and nothing else of this object.
}

void ImportWork::read(const QString &path, const ImportChoices &choices)
{
    if (m_stage == Stage::Adding)
        return;
    m_stop.request_stop();
    m_stop = {};
    m_bytes = std::make_shared<std::atomic<qint64>>(0);
    m_size = QFileInfo(path).size();
    m_file = QFileInfo(path).fileName();
    m_tick.start();
    setStage(Stage::Reading);
    runRead(this, path, choices, ++m_run);
}

QCoro::Task<> ImportWork::runRead(QPointer<ImportWork> self, QString path, ImportChoices choices, int run)
{
    CsvReading how;
    how.column = choices.column;
    how.header = choices.header;
    how.encoding = choices.encoding;
    how.stop = self->m_stop.get_token();
    how.progress = [told = self->m_bytes](qint64 bytes) { told->store(bytes, std::memory_order_relaxed); };
    std::function<Outcome()> work = [path, how]() -> Outcome {
        QFile file(path);
        if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
            return std::unexpected(CsvFault{CsvFault::Kind::Unreadable});
        if (file.size() > largestCsv)
            return std::unexpected(CsvFault{CsvFault::Kind::TooLarge});
        return readCodes(file, how);
    };
    auto task = offThread<Outcome>(self->m_context.files, std::move(work));
    const Outcome outcome = co_await task;
    if (self && self->m_run == run)
        self->take(outcome);
}

void ImportWork::take(const Outcome &outcome)
{
    m_tick.stop();
    if (!outcome) {
        m_fault = outcome.error();
        return setStage(Stage::Broken);
    }
    m_codes = *outcome;
    m_refused = std::exchange(m_codes.refused, {});
    m_unchecked.reset();
    m_tried = 0;
    const QPointer<ImportWork> self(this);
    setStage(m_codes.good.isEmpty() ? Stage::Ready : Stage::Checking);
    if (self && m_stage == Stage::Checking)
        runCheck(this, m_context.port, m_run);
}

QList<QByteArray> ImportWork::sliceAt(qsizetype at) const
{
    QList<QByteArray> codes;
    const qsizetype end = std::min(at + sliceSize, m_codes.good.size());
    codes.reserve(end - at);
    for (; at < end; ++at)
        codes.append(m_codes.good.at(at).code);
    return codes;
}

QCoro::Task<> ImportWork::runCheck(QPointer<ImportWork> self, DeskPort &port, int run)
{
    QSet<QByteArray> taken;
    while (self->m_tried < self->m_codes.good.size()) {
        const QList<QByteArray> codes = self->sliceAt(self->m_tried);
        auto task = port.existing(codes);
        const auto found = co_await task;
        if (!self || self->m_run != run)
            co_return;
        if (!found) {
            self->m_unchecked = found.error();
            break;
        }
        taken += QSet<QByteArray>(found->cbegin(), found->cend());
        self->m_tried += codes.size();
        Q_EMIT self->progressed();
        if (!self || self->m_run != run)
            co_return;
    }
    self->endCheck(taken);
}

void ImportWork::endCheck(const QSet<QByteArray> &taken)
{
    m_codes.good.removeIf([&](const ListedCode &one) {
        if (taken.contains(one.code))
            refuse(one, CodeFault::Taken);
        return taken.contains(one.code);
    });
    std::ranges::stable_sort(m_refused, {}, &RefusedCode::line);
    setStage(Stage::Ready);
}

void ImportWork::add(bool push)
{
    if (m_stage != Stage::Ready || m_codes.good.isEmpty())
        return;
    m_stop = {};
    m_tried = 0;
    if (m_context.underWay)
        m_context.underWay->begin(this, tr("Coupons are being added from %1.").arg(m_file));
    setStage(Stage::Adding);
    runAdd(this, m_context.port, push);
}

void ImportWork::stop()
{
    m_stop.request_stop();
    Q_EMIT progressed();
}

QCoro::Task<> ImportWork::runAdd(QPointer<ImportWork> self, DeskPort &port, bool push)
{
    qsizetype next = 0;
    while (next < self->m_codes.good.size() && !self->m_error && !self->wasStopped()) {
        QList<ListedCode> slice =
            self->m_codes.good.sliced(next, std::min(sliceSize, self->m_codes.good.size() - next));
        next += slice.size();
        for (int tries = 1; !slice.isEmpty(); ++tries) {
            QList<QByteArray> codes;
            for (const auto &one : slice)
                codes.append(one.code);
            auto task = port.add(codes, push);
            const auto result = co_await task;
            if (!self)
                co_return;
            if (self->takeSlice(slice, result, tries))
                break;
        }
        self->m_tried = next;
        Q_EMIT self->progressed();
        if (!self)
            co_return;
    }
    self->end(next);
}

/// Returns false if the slice must be retried without the refused codes.
bool ImportWork::takeSlice(QList<ListedCode> &slice, const Result<Added> &result, int tries)
{
    if (result) {
        m_added += result->coupons.size();
        m_pushed += result->pushed;
        return true;
    }
    const QSet<QByteArray> taken(result.error().names.cbegin(), result.error().names.cend());
    const auto refused = slice.removeIf([&](const ListedCode &one) {
        if (taken.contains(one.code))
            refuse(one, CodeFault::Taken);
        return taken.contains(one.code);
    });
    if (result.error().trouble == Trouble::Conflict && refused > 0 && tries < mostTries)
        return false;
    for (const auto &one : slice)
        refuse(one, CodeFault::NotAdded);
    if (result.error().trouble != Trouble::Conflict)
        m_error = result.error();
    return true;
}

void ImportWork::refuse(const ListedCode &code, CodeFault fault)
{
    m_refused.append(RefusedCode{code.line, code.code, fault, 0, {}});
}

void ImportWork::end(qsizetype next)
{
    if (m_context.underWay)
        m_context.underWay->end(this);
    for (qsizetype i = next; i < m_codes.good.size(); ++i)
        refuse(m_codes.good.at(i), CodeFault::NotAdded);
    std::ranges::stable_sort(m_refused, {}, &RefusedCode::line);
    setStage(Stage::Done);
}

qint64 ImportWork::damaged() const
{
    return std::ranges::count(m_refused, CodeFault::Damaged, &RefusedCode::fault);
}

double ImportWork::share() const
{
    if (m_stage == Stage::Reading)
        return m_size > 0 ? double(m_bytes ? m_bytes->load(std::memory_order_relaxed) : 0) / double(m_size)
                          : 0;
    return m_codes.good.isEmpty() ? 1 : double(m_tried) / double(m_codes.good.size());
}

void ImportWork::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

} // namespace seonchak
