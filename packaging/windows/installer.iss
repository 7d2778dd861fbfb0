; The Windows installer. The release pipeline compiles it with /DVersion=x.y.z after `dev.py build`.
; It installs for the user alone unless asked otherwise, so that no administrator is needed, and its
; removal leaves photos, images and settings where they are.

#ifndef Version
  #error Version is not given
#endif

[Setup]
AppId={{6F0B7D9E-52C4-4B8F-9C57-3A1D6E0F4C21}
AppName=Car Marketplace
AppVersion={#Version}
AppPublisher=The Car Marketplace desktop developers
DefaultDirName={autopf}\Car Marketplace
DefaultGroupName=Car Marketplace
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=carmp-desktop-{#Version}-windows-setup
SetupIconFile=..\..\build\art\carmp-desktop.ico
UninstallDisplayIcon={app}\Car Marketplace.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "ptbr"; MessagesFile: "compiler:Languages\BrazilianPortuguese.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\dist\carmp-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; What an older version has left must not be imported by this one.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Car Marketplace"; Filename: "{app}\Car Marketplace.exe"
Name: "{autodesktop}\Car Marketplace"; Filename: "{app}\Car Marketplace.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\Car Marketplace.exe"; Description: "{cm:LaunchProgram,Car Marketplace}"; Flags: nowait postinstall skipifsilent
