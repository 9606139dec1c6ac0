// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/compare/experiment.h"
#include "core/lab/report/report_summary.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// The lab's words in the reader's language, where several of its pages use them.
class LabWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::LabWords)
public:
    /// "1,500 requests · stock 1,000 · 1,500 users · 1,500/s · 10% refused · 5 repetitions · seed 42"
    static QString parameters(const lab::Setting &setting);
    static QString parameters(const lab::ReportSummary &report);
    /// "no stock": of a strategy that makes a coupon for whoever asks.
    static QString noStock();
    static QString whyNoStock();
    static QString whyGenerator();
    /// In few words what a report came to, and all that is worth knowing of it.
    static QString verdict(const lab::ReportSummary &report);
    /// "29 Nov 2026 10:15:00" in the reader's language.
    static QString when(const QDateTime &time);
    /// What the present step is.
    static QString step(const lab::Progress &progress, const lab::Setting &setting);
};

} // namespace seonchak
