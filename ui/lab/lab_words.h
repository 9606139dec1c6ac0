// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/compare/experiment.h"
#include "core/lab/report/report_summary.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// Texts that several of the lab's pages share, in the user's language.
class LabWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::LabWords)
public:
    /// "1,500 requests · stock 1,000 · 1,500 users · 1,500/s · 10% refused · 5 repetitions · seed 42"
    static QString parameters(const lab::Setting &setting);
    static QString parameters(const lab::ReportSummary &report);
    /// "no stock": for a strategy that creates a coupon for each request.
    static QString noStock();
    static QString whyNoStock();
    static QString whyGenerator();
    /// A report's result in a few words, and in detail.
    static QString verdict(const lab::ReportSummary &report);
    /// "29 Nov 2026 10:15:00" in the user's language.
    static QString when(const QDateTime &time);
    /// A description of the present step.
    static QString step(const lab::Progress &progress, const lab::Setting &setting);
};

} // namespace seonchak
