// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/check.h"
#include "ui/parts/theme.h"

#include <QCoreApplication>
#include <QHash>

namespace seonchak {

/// The doctor's list in the reader's language. What was found and what to do are the doctor's own words.
class DoctorWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::DoctorWords)
public:
    /// What a check looks at; its id where there is no better name.
    static QString name(const QString &id);
    static QStringList names();
    static QString state(doctor::Status status);
    static theme::Tone tone(doctor::Status status);
    /// "24 looked at: 1 fault, 2 warnings, …", the grave ones first.
    static QString summary(const std::vector<doctor::Check> &checks);
    /// The language that the doctor is to speak.
    static doctor::Tongue tongue();

private:
    static const QHash<QString, const char *> &known();
};

} // namespace seonchak
