// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/judge.h"

#include "core/coupon/csv_reader.h"
#include "core/dossier/page.h"
#include "core/dossier/reckoning.h"
#include "core/record/sums.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace seonchak::dossier {

namespace {

constexpr qint64 readPiece = 256 * 1024;

QString sentence(const char *name, const QString &what)
{
    return QString::fromLatin1(name) + QStringLiteral(": ") + what;
}

/// Reads the records of one folder again.
class Judge
{
public:
    Judge(const QString &directory, const std::stop_token &stop)
        : m_dir(directory)
        , m_stop(stop)
    {
    }
    QStringList judge();

private:
    template <typename Row, typename TakeIt>
    void walk(const char *name, TakeIt take);
    template <typename Row>
    void walk(const char *name)
    {
        walk<Row>(name, [this](const Row &row) { m_reckoning.take(row); });
    }
    void walkAudit();
    std::optional<QByteArray> bytesOf(const char *name);
    void judgeSums();
    template <typename Row>
    void judgeDerived(const char *name, const QList<Row> &rows);

    const QDir m_dir;
    const std::stop_token &m_stop;
    QStringList m_faults;
    Reckoning m_reckoning;
};

template <typename Row, typename TakeIt>
void Judge::walk(const char *name, TakeIt take)
{
    QFile file(m_dir.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::ReadOnly)) {
        m_faults << sentence(name, file.errorString());
        return;
    }
    const QByteArray head = headOf<Row>();
    if (file.read(head.size()) != head) {
        m_faults << sentence(name, QStringLiteral("its first line is not that of these records"));
        return;
    }
    qint64 unreadable = 0;
    constexpr qint64 afterHead = 2;
    CsvReader reader(
        ',',
        [&](qint64 line, const QList<QByteArray> &cells) {
            const auto row = unreadable == 0 ? rowOf<Row>(cells) : std::nullopt;
            if (row)
                take(*row);
            else if (unreadable == 0)
                unreadable = line;
        },
        afterHead);
    std::expected<void, CsvFault> fed;
    while (fed && unreadable == 0 && !file.atEnd() && !m_stop.stop_requested())
        fed = reader.feed(file.read(readPiece));
    if (fed && unreadable == 0)
        fed = reader.finish();
    if (!fed || unreadable > 0)
        m_faults << sentence(
            name,
            QStringLiteral("line %1 cannot be read").arg(unreadable > 0 ? unreadable : fed.error().line));
}

void Judge::walkAudit()
{
    QFile file(m_dir.filePath(QString::fromLatin1(name::audit)));
    if (!file.open(QIODevice::ReadOnly)) {
        m_faults << sentence(name::audit, file.errorString());
        return;
    }
    for (qint64 line = 1; !file.atEnd() && !m_stop.stop_requested(); ++line) {
        const auto entry = auditOf(file.readLine());
        if (!entry) {
            m_faults << sentence(name::audit, QStringLiteral("line %1 cannot be read").arg(line));
            return;
        }
        m_reckoning.take(*entry);
    }
}

std::optional<QByteArray> Judge::bytesOf(const char *name)
{
    QFile file(m_dir.filePath(QString::fromLatin1(name)));
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    m_faults << sentence(name, file.errorString());
    return std::nullopt;
}

template <typename Row>
void Judge::judgeDerived(const char *name, const QList<Row> &rows)
{
    std::string text = headOf<Row>().toStdString();
    for (const Row &row : rows)
        text += lineOf(row);
    if (const auto bytes = bytesOf(name); bytes && QByteArrayView(*bytes) != QByteArrayView(text))
        m_faults << sentence(name, QStringLiteral("it does not follow from the records"));
}

void Judge::judgeSums()
{
    const auto summaryText = bytesOf(name::summary);
    const auto settingsText = bytesOf(name::settings);
    if (!summaryText || !settingsText)
        return;
    const auto summary = QJsonDocument::fromJson(*summaryText).object();
    if (summary["format"].toInt() != summaryFormat) {
        m_faults << sentence(name::summary, QStringLiteral("it is not a summary that this program can read"));
        return;
    }
    const auto sums = m_reckoning.finish(BookCounts::fromJson(summary["book"].toObject()));
    // Through the text, like the summary's own numbers.
    const auto again = QJsonDocument::fromJson(QJsonDocument(sums.json).toJson()).object();
    const auto told = summary["records"].toObject();
    for (auto part = again.begin(); part != again.end(); ++part) {
        if (told[part.key()] != part.value())
            m_faults << sentence(name::summary,
                                 QStringLiteral("\"%1\" does not follow from the records").arg(part.key()));
    }
    if (told.size() != again.size())
        m_faults << sentence(name::summary, QStringLiteral("\"records\" has other parts than the records"));
    judgeDerived(name::stock, sums.stock);
    judgeDerived(name::refusalSeconds, sums.refusals);
    const auto settings = QJsonDocument::fromJson(*settingsText).object();
    if (const auto page = bytesOf(name::page); page && *page != pageOf(summary, settings, sums.picture))
        m_faults << sentence(name::page, QStringLiteral("it does not follow from the summary"));
}

QStringList Judge::judge()
{
    m_faults = checkSums(m_dir, QStringLiteral("dossier"), m_stop);
    for (const QString &name : fileNames()) {
        if (!m_dir.exists(name))
            m_faults << name + QStringLiteral(" is missing");
    }
    if (!m_faults.isEmpty() || m_stop.stop_requested())
        return m_faults; // conclusions from changed files are not reported
    walk<DoubtRow>(name::doubts);
    walk<CouponRow>(name::coupons);
    walk<RefusalRow>(name::refusals);
    walkAudit();
    if (m_faults.isEmpty() && !m_stop.stop_requested())
        judgeSums();
    if (m_stop.stop_requested())
        m_faults << QStringLiteral("stopped before everything was looked at");
    return m_faults;
}

} // namespace

bool isDossier(const QString &directory)
{
    const QDir dir(directory);
    if (dir.exists(QStringLiteral("report.json")))
        return false;
    const auto names = fileNames();
    return std::ranges::any_of(names, [&](const QString &name) { return dir.exists(name); });
}

QStringList verify(const QString &directory, const std::stop_token &stop)
{
    return Judge(directory, stop).judge();
}

} // namespace seonchak::dossier
