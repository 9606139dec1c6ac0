// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

class Testjournal : public QObject
{
    Q_OBJECT
};

QTEST_GUILESS_MAIN(Testjournal)
#include "tst_journal.moc"
