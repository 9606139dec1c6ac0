// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/parts/plain_dialog.h"
#include "ui/remote/desk_wire.h"
#include "ui/remote/token_safe.h"

#include <QPointer>

class QComboBox;
class QLineEdit;

namespace seonchak {

class ActionButton;
class DialogButtons;
class LabelledField;
class ToneLabel;

/// Asks for a running server to attach a window to, and tests the connection before anything is opened.
/// Parts: `attachUrl`, `attachSecret`, `attachToken`, `attachBrowse`, `attachTest`, `attachLine`,
/// `attachAction`.
class AttachDialog : public PlainDialog
{
    Q_OBJECT
public:
    /// `known`: earlier addresses and this machine's sockets, most likely first. The safe must outlive it.
    AttachDialog(const QStringList &known, TokenSafe &safe, QWidget *parent = nullptr);
    ~AttachDialog() override;

    /// The sockets of servers on this machine that this user may open: the service's, and those beside the
    /// books of the user's own servers.
    [[nodiscard]] static QStringList socketsFound();

Q_SIGNALS:
    /// `tokenFile` may be empty. A typed token is in the safe by then.
    void chosen(const QString &url, const QString &tokenFile);

private:
    static QCoro::Task<> keep(QPointer<AttachDialog> self, DeskAddress address, QByteArray token);
    static QCoro::Task<> test(QPointer<AttachDialog> self, std::shared_ptr<DeskWire> wire);
    void layOut();
    void check();
    void browse();
    void begin();
    void choose();
    void leave();
    void tell(const DeskAnswer &answer);
    [[nodiscard]] Result<QByteArray> token() const;

    QComboBox *m_url;
    TokenSafe &m_safe;
    QLineEdit *m_secret; ///< the token itself
    QLineEdit *m_token;  ///< the token's file
    LabelledField *m_secretField;
    LabelledField *m_urlField;
    LabelledField *m_tokenField;
    ActionButton *m_test;
    ToneLabel *m_line;
    DialogButtons *m_buttons;
    std::shared_ptr<DeskWire> m_wire; ///< of the running test
};

} // namespace seonchak
