// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QObject>
#include <QUrl>

#include <expected>

class QWidget;

namespace seonchak {

/// Accepts files dropped on a widget and its children. Every drop is reported, so that unusable files can be
/// refused with a message. Accepts nothing while a dialog is open.
class FileDrop : public QObject
{
    Q_OBJECT
public:
    explicit FileDrop(QWidget *target);
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// The single file among them, or a sentence that says why there is none to read.
    static std::expected<QString, QString> oneFile(const QList<QUrl> &urls);

Q_SIGNALS:
    void dropped(const QList<QUrl> &urls);
};

} // namespace seonchak
