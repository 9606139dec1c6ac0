// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/setting.h"

#include <QString>

namespace seonchak {

/// The choices in the lab's form. They outlive the page and the program.
struct LabDraft
{
    QList<Strategy> strategies = allStrategies();
    qint64 requests = 1500;
    qint64 stock = 1000;
    qint64 users = 1500;
    qint64 rate = 1500; ///< 0: unlimited
    qint64 connections = 200;
    qint64 opensIn = 0; ///< seconds; 0: the sale is already open
    double failurePercent = 10;
    qint64 repeats = 5;
    QString seed; ///< digits; empty: a new one for each comparison
    bool sqlite = true;
    QString postgresql; ///< empty: not on PostgreSQL
    lab::Client client = lab::Client::Own;
    bool documents = false;

    bool operator==(const LabDraft &) const = default;
};

/// The resulting setting: the documents' own numbers if requested, as many users as requests with JMeter, and
/// no opening with either. Without the directories, which the page adds.
lab::Setting settingOf(const LabDraft &draft);

/// The defaults, if the file cannot be read or has values that the form does not allow.
LabDraft readDraft(const QString &file);
/// Without PostgreSQL's password, which we never store. Returns false if it could not be written.
bool writeDraft(const QString &file, const LabDraft &draft);

} // namespace seonchak
