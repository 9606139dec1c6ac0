// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/adoption.h"

#include "core/database/book/book_rebuild.h"
#include "core/database/journal/journal.h"
#include "core/issue/repair/rebuild_lease.h"

#include <QDateTime>

namespace seonchak {

namespace {

constexpr std::size_t usersAtOnce = 2000;
constexpr qint64 codesAtOnce = 5000;
constexpr qsizetype mostReasons = 10;

using book::Adopted;

const char *reasonOf(Adopted verdict)
{
    switch (verdict) {
    case Adopted::UserHasOther:
        return "the user has another coupon";
    case Adopted::CodeHasOther:
        return "the code is another user's";
    case Adopted::Issued:
        return "the code is issued";
    case Adopted::InDoubt:
        return "its issue is in doubt";
    case Adopted::Voided:
        return "the code was voided";
    case Adopted::InEdit:
        return "the code is being changed";
    case Adopted::Now:
    case Adopted::Known:
        break;
    }
    return "";
}

/// The other program's data may be anything: show it in one line, shortened.
QString shown(const QByteArray &what)
{
    constexpr qsizetype most = 80;
    QString text = QString::fromUtf8(what.left(most));
    for (auto &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            c = QChar::ReplacementCharacter;
    }
    return what.size() > most ? text + QStringLiteral("…") : text;
}

} // namespace

QString Adoption::Report::sentence() const
{
    QString text = QStringLiteral("%1 available, %2 issued, %3 known before, %4 double")
                       .arg(available)
                       .arg(issued)
                       .arg(known)
                       .arg(doubles);
    if (expiring > 0)
        text += QStringLiteral(", %1 would have expired").arg(expiring);
    if (refused > 0)
        text +=
            QStringLiteral("; %1 not taken over: %2").arg(refused).arg(reasons.join(QStringLiteral("; ")));
    return refused > reasons.size() ? text + QStringLiteral("; …") : text;
}

Adoption::Adoption(Parts parts)
    : m(parts)
{
}

QCoro::Task<Result<Adoption::Report>> Adoption::run(const ForeignKeys &keys, const Keys &names)
{
    m_report.expiring = keys.expiring;
    for (const auto &key : keys.unusable) {
        refuse(key, "no user id, or no code in it");
        m_report.refusedKeys.append(key);
    }
    m_held = QSet<QByteArray>(keys.heldBack.begin(), keys.heldBack.end());
    for (const auto &one : keys.users)
        m_held.insert(one.code);
    for (const auto &key : keys.others)
        refuse(key, "of another name or type");
    const auto users = co_await adoptUsers(keys, names);
    if (!users)
        co_return std::unexpected(users.error());
    auto list = Result<void>{};
    if (keys.listed > 0)
        list = co_await adoptList();
    if (!list)
        co_return std::unexpected(list.error());
    co_return std::move(m_report);
}

void Adoption::refuse(const QByteArray &what, const char *why)
{
    ++m_report.refused;
    if (m_report.reasons.size() < mostReasons)
        m_report.reasons.append(QStringLiteral("%1 (%2)").arg(shown(what), QLatin1String(why)));
}

void Adoption::count(Adopted verdict, const book::ForeignUser &one, const Keys &names)
{
    if (verdict == Adopted::Now)
        ++m_report.issued;
    else if (verdict == Adopted::Known)
        ++m_report.known;
    if (verdict == Adopted::Now || verdict == Adopted::Known) {
        m_issued.insert(one.code);
        return;
    }
    refuse(names.user(one.user) + " = " + one.code, reasonOf(verdict));
    m_report.refusedKeys.append(names.user(one.user));
}

void Adoption::count(Adopted verdict, const QByteArray &code)
{
    if (verdict == Adopted::Now) {
        ++m_report.available;
    } else if (verdict == Adopted::Known) {
        ++m_report.known;
    } else {
        refuse(code, reasonOf(verdict));
        m_report.listRefused = true;
    }
}

QCoro::Task<Result<void>> Adoption::adoptUsers(const ForeignKeys &keys, const Keys &names)
{
    for (std::size_t at = 0; at < keys.users.size(); at += usersAtOnce) {
        const auto end = keys.users.begin() + qint64(std::min(at + usersAtOnce, keys.users.size()));
        const std::vector<book::ForeignUser> some(keys.users.begin() + qint64(at), end);
        const WallMs now = QDateTime::currentMSecsSinceEpoch();
        std::function<Result<std::vector<Adopted>>(Session &)> work =
            [some, now, fence = m.lease.token()](Session &session) -> Result<std::vector<Adopted>> {
            const auto held = book::holdFence(session, fence);
            return held ? book::adoptUsers(session, some, now) : std::unexpected(held.error());
        };
        const auto verdicts = co_await m.journal.write<std::vector<Adopted>>(std::move(work));
        if (!verdicts)
            co_return std::unexpected(verdicts.error());
        for (std::size_t i = 0; i < some.size(); ++i)
            count((*verdicts)[i], some[i], names);
    }
    co_return Result<void>{};
}

/// Selects the codes that may become stock, each once.
void Adoption::sift(const QByteArray &raw, QList<QByteArray> &into)
{
    const QByteArray code = isValidCode(raw) ? ForeignScan::composed(raw) : QByteArray();
    const bool valid = isValidCode(code);
    if (valid && (m_seen.contains(code) || m_issued.contains(code))) {
        ++m_report.doubles;
    } else if (!valid || m_held.contains(code)) {
        refuse(raw, valid ? "a user key that was not taken over has it" : "no valid code");
        m_report.listRefused = true;
    } else {
        into.append(code);
    }
    m_seen.insert(code);
}

QCoro::Task<Result<void>> Adoption::adoptList()
{
    for (qint64 at = 0;; at += codesAtOnce) {
        const auto listed = co_await m.scan.listed(at, codesAtOnce);
        if (!listed)
            co_return std::unexpected(listed.error());
        if (listed->isEmpty())
            co_return Result<void>{};
        QList<QByteArray> codes;
        for (const auto &raw : *listed)
            sift(raw, codes);
        const auto adopted = co_await adoptCodes(std::move(codes));
        if (!adopted)
            co_return adopted;
    }
}

QCoro::Task<Result<void>> Adoption::adoptCodes(QList<QByteArray> codes)
{
    if (codes.isEmpty())
        co_return Result<void>{};
    const WallMs now = QDateTime::currentMSecsSinceEpoch();
    std::function<Result<std::vector<Adopted>>(Session &)> work =
        [codes, now, fence = m.lease.token()](Session &session) -> Result<std::vector<Adopted>> {
        const auto held = book::holdFence(session, fence);
        return held ? book::adoptCodes(session, codes, now) : std::unexpected(held.error());
    };
    const auto verdicts = co_await m.journal.write<std::vector<Adopted>>(std::move(work));
    if (!verdicts)
        co_return std::unexpected(verdicts.error());
    for (qsizetype i = 0; i < codes.size(); ++i)
        count((*verdicts)[std::size_t(i)], codes[i]);
    co_return Result<void>{};
}

} // namespace seonchak
