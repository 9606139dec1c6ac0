// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

namespace seonchak {

/// Work of the pages that must not be lost: the window is not rebuilt while any is running, and a person who
/// closes it is told what would be interrupted. Outlives the pages. Lives on the GUI thread.
class UnderWay : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// `sentence` describes the work to the operator. Destroying the worker ends it.
    void begin(const QObject *worker, const QString &sentence);
    void end(const QObject *worker);
    [[nodiscard]] bool isEmpty() const { return m_sentences.isEmpty(); }
    [[nodiscard]] QStringList sentences() const;

    QSet<QString> putOff; ///< interrupted acts that are not offered before the next start

Q_SIGNALS:
    /// The last work has ended.
    void emptied();

private:
    QHash<const QObject *, QString> m_sentences;
};

} // namespace seonchak
