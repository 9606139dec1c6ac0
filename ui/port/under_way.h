// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

namespace seonchak {

/// What the pages are at that must not be lost with them: the window is not built anew while one of them is
/// at work, and who closes it reads what would be cut off. Outlives the pages. Lives on the GUI thread.
class UnderWay : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// `sentence` says to the operator what it is. A worker that is destroyed has ended.
    void begin(const QObject *worker, const QString &sentence);
    void end(const QObject *worker);
    [[nodiscard]] bool isEmpty() const { return m_sentences.isEmpty(); }
    [[nodiscard]] QStringList sentences() const;

    QSet<QString> putOff; ///< acts that were cut off and are not to be offered before the next start

Q_SIGNALS:
    /// The last of them has ended.
    void emptied();

private:
    QHash<const QObject *, QString> m_sentences;
};

} // namespace seonchak
