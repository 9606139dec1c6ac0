// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/check.h"
#include "ui/parts/theme.h"

#include <QCoreApplication>
#include <QHash>

namespace seonchak {

/// The doctor's list in the user's language. The findings and cures are the doctor's own texts.
class DoctorWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::DoctorWords)
public:
    /// A check's name; its id if there is no better one.
    static QString name(const QString &id);
    static QStringList names();
    static QString state(doctor::Status status);
    static theme::Tone tone(doctor::Status status);
    /// "24 looked at: 1 fault, 2 warnings, …", the most serious first.
    static QString summary(const std::vector<doctor::Check> &checks);
    /// The language for the doctor.
    static doctor::Tongue tongue();

private:
    static const QHash<QString, const char *> &known();
};

} // namespace seonchak
