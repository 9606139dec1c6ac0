// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remote/attach_dialog.h"

#include "core/record/text_file.h"
#include "core/wire/place_json.h"
#include "ui/parts/action_button.h"
#include "ui/parts/dialog_buttons.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/words.h"
#include "ui/remote/attach_words.h"
#include "ui/remote/desk_link.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <sys/stat.h>
#include <unistd.h>

namespace seonchak {

namespace {

constexpr int attachFieldWidth = 460;

bool isOpenSocket(const QString &path)
{
    struct stat about = {};
    const QByteArray name = QFile::encodeName(path);
    return ::stat(name.constData(), &about) == 0 && S_ISSOCK(about.st_mode) &&
           ::access(name.constData(), W_OK) == 0;
}

} // namespace

QStringList AttachDialog::socketsFound()
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QStringList usual{QStringLiteral("/run/seonchak/desk.sock"),
                            own + QStringLiteral("/seonchak/desk.sock"),
                            own + QStringLiteral("/seonchak/seonchak/desk.sock")};
    QStringList found;
    for (const QString &path : usual) {
        if (isOpenSocket(path))
            found.append(QStringLiteral("unix:") + path);
    }
    return found;
}

AttachDialog::AttachDialog(const QStringList &known, TokenSafe &safe, QWidget *parent)
    : PlainDialog(parent, Ground::Desk)
    , m_url(new QComboBox(this))
    , m_safe(safe)
    , m_secret(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_test(new ActionButton(QStringLiteral("attachTest"), tr("&Test connection"), {},
                              tr("Asks the server who you would be there, and changes nothing"),
                              ActionButton::Weight::Quiet, this))
    , m_line(new ToneLabel(QStringLiteral("attachLine"), this))
{
    setObjectName(QStringLiteral("attachDialog"));
    setWindowTitle(tr("Attach to a running sale"));
    m_url->setObjectName(QStringLiteral("attachUrl"));
    m_url->setEditable(true);
    m_url->addItems(known);
    m_secret->setObjectName(QStringLiteral("attachSecret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setEnabled(m_safe.isAvailable());
    m_secretField = new LabelledField(tr("Your to&ken"), m_secret, this);
    m_secretField->setHint(
        m_safe.isAvailable()
            ? tr("It goes into this desktop's keychain. Not needed at a socket of this machine.")
            : tr("This desktop has no keychain: name a file below. Not needed at a socket of "
                 "this machine."));
    m_token->setObjectName(QStringLiteral("attachToken"));
    m_urlField = new LabelledField(tr("&Address of the server"), m_url, this);
    m_urlField->setHint(tr("https://host[:port][/base], or unix:/path on this machine"));
    m_tokenField = new LabelledField(tr("Or a &file with it"), m_token, this);
    m_tokenField->setHint(tr("Only you may be able to read the file."));
    m_buttons = new DialogButtons(QStringLiteral("attach"), tr("Open a window there"), this);
    layOut();
    connect(m_url, &QComboBox::editTextChanged, this, &AttachDialog::check);
    connect(m_secret, &QLineEdit::textChanged, this, &AttachDialog::check);
    connect(m_token, &QLineEdit::textChanged, this, &AttachDialog::check);
    connect(m_test, &ActionButton::clicked, this, &AttachDialog::begin);
    connect(m_buttons, &DialogButtons::chosen, this, &AttachDialog::choose);
    check();
}

AttachDialog::~AttachDialog() = default;

void AttachDialog::layOut()
{
    auto *find = new ActionButton(QStringLiteral("attachBrowse"), tr("&Browse…"), {},
                                  tr("Chooses the file with the token"), ActionButton::Weight::Quiet, this);
    connect(find, &ActionButton::clicked, this, &AttachDialog::browse);
    auto *tokens = new QHBoxLayout;
    tokens->addWidget(m_tokenField, 1);
    tokens->addWidget(find);
    auto *tests = new QHBoxLayout;
    tests->addWidget(m_test);
    tests->addStretch(1);
    m_line->setWordWrap(true);
    m_line->setMinimumHeight(m_line->fontMetrics().lineSpacing() * 4);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *layout = makeLayout();
    layout->setSpacing(10);
    layout->addStrut(attachFieldWidth);
    layout->addWidget(m_urlField);
    layout->addWidget(m_secretField);
    layout->addLayout(tokens);
    layout->addLayout(tests);
    layout->addWidget(m_line);
    layout->addWidget(m_buttons);
}

void AttachDialog::check()
{
    m_secretField->setError({});
    m_wire.reset(); // What was tried is not what stands there now.
    m_line->setText({});
    const QString typed = m_url->currentText().trimmed();
    const bool isGood = DeskAddress::parse(typed).has_value();
    m_urlField->setError(typed.isEmpty() || isGood
                             ? QString()
                             : tr("Type https://host[:port][/base] or unix:/path. http:// is for "
                                  "this machine alone."));
    m_test->setEnabled(isGood);
    m_buttons->setPossible(isGood);
}

void AttachDialog::browse()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("File with your token"));
    if (!file.isEmpty())
        m_token->setText(file);
}

Result<QByteArray> AttachDialog::token() const
{
    if (const QString typed = m_secret->text().trimmed(); !typed.isEmpty())
        return typed.toUtf8();
    const QString path = m_token->text().trimmed();
    if (path.isEmpty())
        return QByteArray();
    const auto bytes = text_file::secret(path); // as the window that is opened will read it
    return bytes ? text_file::token(*bytes) : bytes;
}

void AttachDialog::begin()
{
    const auto address = DeskAddress::parse(m_url->currentText().trimmed());
    const auto shown = token();
    m_tokenField->setError(shown ? QString() : tr("The file %1.").arg(shown.error().detail));
    if (!address || !shown)
        return;
    m_line->setTone(theme::Tone::Muted);
    m_line->setText(tr("%1 is asked…").arg(address->shown));
    m_test->setEnabled(false);
    m_wire = std::make_shared<DeskWire>(*address, *shown);
    test(this, m_wire);
}

QCoro::Task<> AttachDialog::test(QPointer<AttachDialog> self, std::shared_ptr<DeskWire> wire)
{
    const auto asked = wire->ask({.path = "/api/v1/desk"});
    wire.reset(); // It is the dialog's: it ends with it, or with what is typed.
    const DeskAnswer answer = co_await asked;
    if (self && self->m_wire)
        self->tell(answer);
}

void AttachDialog::tell(const DeskAnswer &answer)
{
    const auto place =
        answer.isGood() && answer.isJson() ? json::readDesk(answer.body) : failure(Trouble::Unavailable, {});
    m_test->setEnabled(true);
    m_line->setTone(place ? theme::Tone::Good : theme::Tone::Bad);
    if (!place) {
        const AttachFailure why = DeskLink::meaningOf(answer, m_wire->hasToken());
        m_line->setText(AttachWords::title(why) + QStringLiteral(". ") +
                        AttachWords::cure(why, m_wire->address().shown));
        return;
    }
    const QString sale = place->sale.name.isEmpty() ? tr("a sale without a name") : place->sale.name;
    m_line->setText(tr("It works: you are %1 (%2) at %3, version %4.")
                        .arg(place->name, Words::role(place->role), sale, place->version));
}

void AttachDialog::choose()
{
    const auto shown = token();
    m_tokenField->setError(shown ? QString() : tr("The file %1.").arg(shown.error().detail));
    const auto address = DeskAddress::parse(m_url->currentText().trimmed());
    if (!shown || !address)
        return;
    if (m_secret->text().trimmed().isEmpty())
        return leave();
    m_buttons->setPossible(false);
    keep(this, *address, *shown);
}

QCoro::Task<> AttachDialog::keep(QPointer<AttachDialog> self, DeskAddress address, QByteArray token)
{
    auto keeping = self->m_safe.keep(address.shown, token);
    const auto kept = co_await keeping;
    if (!self)
        co_return;
    self->m_buttons->setPossible(true);
    if (kept)
        co_return self->leave();
    self->m_secretField->setError(tr("The keychain did not take it: %1").arg(kept.error().detail));
}

void AttachDialog::leave()
{
    Q_EMIT chosen(m_url->currentText().trimmed(), m_token->text().trimmed());
    accept();
}

} // namespace seonchak
