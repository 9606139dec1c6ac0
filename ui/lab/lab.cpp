// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab.h"

#include <QEventLoop>

#include <utility>

namespace seonchak {

namespace {

QString draftFileIn(const QString &folder)
{
    return folder + QStringLiteral("/form.json");
}

} // namespace

Lab::Lab(LabWork::Run run, LabPlaces where, RaceWork::Run runRace, ReportWork::Runs readReports)
    : places(std::move(where))
    , work(std::move(run))
    , race(std::move(runRace))
    , reading(std::move(readReports))
    , shelf(places.reports)
    , draft(places.reports.isEmpty() ? LabDraft() : readDraft(draftFileIn(places.reports)))
{
    m_timer.start();
    constexpr int saveAfterMs = 1000;
    m_saving.setSingleShot(true);
    m_saving.setInterval(saveAfterMs);
    QObject::connect(&m_saving, &QTimer::timeout, &m_saving, [this] { saveDraft(); });
    QObject::connect(&work, &LabWork::progressed, &work,
                     [this](const lab::Progress &progress) { clock.note(progress, nowMs()); });
    QObject::connect(&work, &LabWork::ended, &work, [this](const LabEnd &end) {
        if (end.trials)
            report = shown->outDir;
        shelf.leaveOut({});
        shelf.refresh(); // What failed may have left a directory as well.
    });
    QObject::connect(&reading, &ReportWork::ended, &reading,
                     [this](const ReportEnd &end) { keepReading(end); });
}

void Lab::keepReading(const ReportEnd &end)
{
    if (!end.cancelled && end.kind == ReportEnd::Kind::Checked)
        readings.insert(end.directory, end);
}

void Lab::start(const lab::Setting &setting)
{
    if (work.isAtWork())
        return;
    saveDraft();
    shown = setting;
    report.clear();
    shelf.leaveOut(setting.outDir);
    clock.begin();
    work.start(setting);
}

bool Lab::isAtWork() const
{
    return work.isAtWork() || race.isAtWork() || reading.isAtWork();
}

void Lab::keepDraft(const LabDraft &chosen)
{
    if (chosen == draft)
        return;
    draft = chosen;
    m_isSaved = false;
    m_saving.start(); // Not with each key: the disk may be slow, and this is the window's thread.
}

/// A few hundred bytes. If they cannot be written, the form starts with its defaults next time.
void Lab::saveDraft()
{
    if (std::exchange(m_isSaved, true))
        return;
    m_saving.stop();
    if (!places.reports.isEmpty() && !writeDraft(draftFileIn(places.reports), draft))
        qWarning("the form of the lab could not be kept in %s", qUtf8Printable(places.reports));
}

void Lab::cancel()
{
    work.cancel();
    race.cancel();
    reading.cancel();
    shelf.cancel();
}

void Lab::end()
{
    saveDraft();
    cancel();
    QEventLoop loop;
    const auto leave = [&] {
        if (!isAtWork())
            loop.quit();
    };
    QObject::connect(&work, &LabWork::ended, &loop, leave);
    QObject::connect(&race, &RaceWork::ended, &loop, leave);
    QObject::connect(&reading, &ReportWork::ended, &loop, leave);
    if (isAtWork())
        loop.exec();
}

} // namespace seonchak
