// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/setting.h"

#include <QString>

namespace seonchak {

/// What a person has chosen in the form of the lab. It outlives the page and the program.
struct LabDraft
{
    QList<Strategy> strategies = allStrategies();
    qint64 requests = 1500;
    qint64 stock = 1000;
    qint64 users = 1500;
    qint64 rate = 1500; ///< 0: as fast as they go
    qint64 connections = 200;
    qint64 opensIn = 0; ///< seconds; 0: the sale is open already
    double failurePercent = 10;
    qint64 repeats = 5;
    QString seed; ///< digits; empty: a new one for each comparison
    bool sqlite = true;
    QString postgresql; ///< empty: not on PostgreSQL
    lab::Client client = lab::Client::Own;
    bool documents = false;

    bool operator==(const LabDraft &) const = default;
};

/// What would run: the documents' own numbers where those are asked for, as many users as requests with
/// JMeter, and no opening with either. Without the places, which are the page's to know.
lab::Setting settingOf(const LabDraft &draft);

/// A file that cannot be read, or says what no form can, gives the usual values.
LabDraft readDraft(const QString &file);
/// Without PostgreSQL's password, which is in no file of ours. False: it could not be written.
bool writeDraft(const QString &file, const LabDraft &draft);

} // namespace seonchak
